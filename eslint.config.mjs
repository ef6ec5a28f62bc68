import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** The limits of the house: a person reads a function, a line and a list of parameters at one glance. */
const LIMITS = {
  'max-lines': ['error', { max: 300 }],
  'max-lines-per-function': ['error', { max: 50 }],
  'max-len': ['error', { code: 110, ignoreUrls: false }],
  'max-depth': ['error', 3],
  complexity: ['error', 15],
};

/** What the types would not say by themselves. */
const TYPES = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
  '@typescript-eslint/consistent-type-imports': [
    'error',
    { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
  ],
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': 'error',
  '@typescript-eslint/explicit-module-boundary-types': 'error',
  // A decorated class may be empty: a Nest module says everything in its decorator.
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  // An interface method that must return a promise may have nothing to wait for.
  '@typescript-eslint/require-await': 'off',
  // `return void f()` says plainly that nothing comes back.
  '@typescript-eslint/no-meaningless-void-operator': 'off',
  '@typescript-eslint/no-confusing-void-expression': [
    'error',
    { ignoreArrowShorthand: true, ignoreVoidOperator: true, ignoreVoidReturningFunctions: true },
  ],
  // Chinese text is spread into its characters to measure and break lines.
  '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }] }],
  // Settings and forms are known by their shape.
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipJSXText: true }],
};

const PARAMETERS = [
  'error',
  {
    selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>5]',
    message: 'Five dependencies at most: the sixth means two services.',
  },
  {
    selector:
      ':matches(FunctionDeclaration, ArrowFunctionExpression, TSEmptyBodyFunctionExpression,' +
      ' :not(MethodDefinition[kind="constructor"]) > FunctionExpression)[params.length>3]',
    message: 'Three parameters at most: gather what belongs together in one object.',
  },
];

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'data/', 'coverage/', 'node_modules/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [js.configs.recommended, ...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...LIMITS,
      ...TYPES,
      'no-restricted-syntax': PARAMETERS,
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  {
    // A page is a function of its props; what it gives back is always a node.
    files: ['**/*.tsx'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  {
    // A describe block holds a whole chapter of rules, a row of its tables as many columns as it needs;
    // a parsed file may be narrowed to the shape its test is about.
    files: ['test/**/*.ts', 'test/**/*.tsx'],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
    },
  },
  {
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: { module: 'readonly', require: 'readonly', process: 'readonly', setTimeout: 'readonly' },
    },
    rules: LIMITS,
  },
  {
    files: ['test/**/*.js'],
    languageOptions: {
      globals: { __dirname: 'readonly', __filename: 'readonly', describe: 'readonly' },
    },
  },
  {
    // Scripts of pages run in a browser as they stand; each may say which of its names it uses.
    files: ['templates/scripts/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: { window: 'readonly', document: 'readonly', fetch: 'readonly', sha256: 'readonly' },
    },
    rules: {
      'no-redeclare': ['error', { builtinGlobals: false }],
      'no-unused-vars': ['error', { caughtErrors: 'none' }],
    },
  },
);
