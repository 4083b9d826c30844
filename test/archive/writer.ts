/** A process that writes to the archive in argv[2] until it is killed; says what it has committed, line by line. */
import { openArchive } from '../../archive/index.ts';
import { at, conference, input, rawPage, record } from '../contracts/archive-samples.ts';

const archive = await openArchive({ directory: process.argv[2] ?? '' });
await archive.runs.start('baotinh', at(0));
for (let n = 0; ; n++) {
  const path = `${process.pid}-${n}`;
  const page = await archive.pages.put('baotinh', rawPage(path, `trang ${path}`));
  const article = record(path, { conferences: [conference()] });
  await archive.articles.put(input(article, { pageId: page.id, conferenceKeys: ['k'] }), at(1));
  process.stdout.write(`${article.id}\n`);
}
