/** The web process over an archive that is there, as `diembao serve` starts it: prints its address, ends with its parent. */
import { openReader, openWorks } from '../../app/compose.ts';
import { readConfig } from '../../app/config.ts';
import { silent } from '../../core/log.ts';
import { startWeb } from '../../web/index.ts';

const config = { ...readConfig(process.env), port: 0 };
const works = await openWorks(config, { log: silent });
const engine = await openReader(config, {}, silent);
const web = await startWeb({ ...works, engine }, { host: '127.0.0.1', behindPublish: false });
process.stdout.write(`${web.url}\n`);
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
