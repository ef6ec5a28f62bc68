const FILE = '{day} 的{paper:paperKind}（编号 {fileId}）';

/** What is wrong with photos and papers, and what the check of the books finds of them. */
export const ASSET_FILE_SENTENCES: Readonly<Record<string, string>> = {
  'keptFile.none': '请选一个文件。',
  'keptFile.tooLarge': '文件太大，最多 {megabytes} MB。照片用手机选小一点的尺寸，或者用微信发一遍再存。',
  'keptFile.notTaken': '这种文件不收。照片要 .jpg、.png 或 .webp，材料可以是 .pdf。',
  'keptFile.broken': '文件不完整或已损坏，打不开。请重新拍、重新扫描或重新下载一份。',
  'keptFile.acts':
    '这份 PDF 打开时会运行脚本、启动程序、打开别的文件或者往外送数据，不收。请用“打印成 PDF”另存一份，或者打印出来扫描。',
  'keptFile.attaches':
    '这份 PDF 里面夹带了别的文件，不收（电子发票自带的数据除外）。请用“打印成 PDF”另存一份，夹带的文件单独存。',
  'keptFile.packedOtherwise':
    '这份 PDF 的压缩方式少见，查不出里面有没有脚本，不收。请用“打印成 PDF”另存一份，或者打印出来扫描。',
  'keptFile.locked': '这份 PDF 加了密码，以后谁也打不开。请去掉密码再存。',
  'keptFile.tooManyPixels': '照片的尺寸太大。请缩小了再存。',
  'keptFile.later': '{field} {value} 还没有到，今天是 {today}。',
  'keptFile.notAPhoto': 'PDF 不是照片。请选它是哪一种材料。',
  'keptFile.onlyPhotosPublic': '公开的只能是资产的照片。别的材料只在办公系统里看。',
  'keptFile.tooLargeForPublic': '公开的照片最多 {kilobytes} KB，村里网慢也打得开。请缩小了再存。',
  'keptFile.twice': '同一个文件这里已经有了。',
  'keptFile.tooMany': '这里已经有 {max} 份，存不下了。用不着的先撤掉。',
  'keptFile.unknown': '没有这个文件，或者已经撤掉了。',
  'keptFile.ofStep':
    '“{step}”（{day}）是凭这一份记的，方案还算数，不能撤掉。存错了，先把对的另存一份，说明里写清楚；方案退回或者撤回重拟以后，这一份才能撤。',
  'keptFile.ofRound':
    '“{step}”（{day}）是凭这一张记的，这次分红还算数，不能撤掉。存错了，先把对的另存一份，说明里写清楚。',
  'keptFile.ofDisplay':
    '这是第 {number} 次张贴（{day}）的照片，凭它算公示的天数，不能撤掉。拍错了，先登记揭下，再张贴一次、存对的照片。',
  'keptFile.ownerUnknown': '没有找到这份材料所属的资产、合同或事项。',
  'assetCard.nothingToPrint': '没有可以打印的名片：先在资产名片那一页给资产办。',
  'assetCard.unknown': '没有这张资产名片。请看看二维码是不是完整。',
  'check.cardDiffers': '资产（编号 {assetId}）的公开名片和名片目录对不上。',
  'check.fileChanged': `${FILE}的登记被改过：按现在的内容重算，校验码和存的时候留下的对不上。`,
  'check.fileGone': '有一份撤掉的材料（编号 {fileId}），它的登记不见了。',
  'check.fileWithdrawalChanged': `${FILE}撤掉的记录被改过。`,
  'check.fileAlone': `${FILE}所属的资产、合同或事项不见了。`,
  'check.fileBytes': `${FILE}的文件不见了，或者内容被换过。`,
};
