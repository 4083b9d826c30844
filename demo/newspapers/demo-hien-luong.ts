import { defineNewspaper } from '../../newspapers/define.ts';

/** Announces its articles by feed and on its home page. */
export default defineNewspaper({
  id: 'demo-hien-luong',
  name: 'Báo Hiền Lương (mẫu)',
  origin: 'http://127.0.0.1:8473',
  province: '45',
  extends: 'vnpt',
  confidence: 'synthetic',
  delayMs: 20,
  discover: [{ feed: '/index.rss' }, { listing: '/', links: 'h3.name a' }],
});
