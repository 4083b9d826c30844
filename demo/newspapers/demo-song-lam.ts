import { defineNewspaper } from '../../newspapers/define.ts';

/** Announces its articles on listing pages. */
export default defineNewspaper({
  id: 'demo-song-lam',
  name: 'Báo Sông Lam (mẫu)',
  origin: 'http://127.0.0.1:8472',
  province: '40',
  extends: 'onecms',
  confidence: 'synthetic',
  delayMs: 20,
  discover: [
    {
      listing: '/tin-moi-nhat',
      links: '.b-grid__title a',
      pages: { url: '/tin-moi-nhat?page={page}', last: 3 },
    },
  ],
});
