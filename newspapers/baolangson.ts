import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baolangson',
  name: 'Báo Lạng Sơn',
  origin: 'https://baolangson.vn',
  hosts: ['www.baolangson.vn'],
  province: '20',
  extends: 'content-detail',
  confidence: 'code',
  discover: [{ listing: '/', links: 'article a, h3 a, h2 a, .card-title a' }],
  notes:
    'robots.txt refuses: each of 1,981 addresses tried was refused. Not to be crawled without the paper’s consent; the crawler obeys and shows it as refusing.',
});
