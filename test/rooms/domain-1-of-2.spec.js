require('../support/spec-rooms').tellPart(__filename);
