/** A process that moves pages and says how far it is, to be killed. Arguments: the data directory. */
import { compactArchive, openArchive } from '../../archive/index.ts';

const [directory = ''] = process.argv.slice(2);
const archive = await openArchive({ directory });
const say = (text: string) => process.stdout.write(`${text}\n`);
say('open');
await archive.retention.move('2027-01-01', {
  software: 'DiemBao/test',
  now: () => new Date('2026-11-30T00:00:00.000Z'),
  maxFileBytes: 3_000,
  onProgress: (pages) => say(`moved ${pages}`),
});
await archive.close();
say('compact');
await compactArchive(directory);
say('done');
