/** The seed article's text (from outside, DIEMBAO_SEED) in baohatinh's markup. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Seed {
  readonly headline: string;
  readonly sapo: string;
  /** Everything that must not be read: topic, "Đọc thêm" and what follows. */
  readonly related: readonly string[];
  readonly html: string;
}

const FILE = 'baohatinh-so-ket-giua-nhiem-ky.txt';
const CREDIT = /^(.*[.!?])\s+Ảnh\s.+$/u;

/** The page, or null (and a line that says so) without the text. */
export function seedPage(origin: string): Seed | null {
  const folder = process.env.DIEMBAO_SEED;
  if (!folder || !existsSync(join(folder, FILE))) {
    console.log('not run: the seed article (DIEMBAO_SEED names no folder with its text)');
    return null;
  }
  const parts = readFileSync(join(folder, FILE), 'utf8')
    .normalize('NFC')
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean);
  const [headline = '', lead = ''] = parts;
  const end = parts.findIndex((part) => part.startsWith('Chủ đề '));
  const body = parts.slice(2, end);
  const related = parts.slice(end);
  // In the text a picture is the headline once more; a short sentence behind it is its caption.
  const html: string[] = [];
  for (let i = 0; i < body.length; i += 1) {
    const part = body[i] ?? '';
    if (part !== headline) {
      html.push(`<p>${part}</p>`);
      continue;
    }
    const next = body[i + 1] ?? '';
    const isCaption = next.length < 160 || CREDIT.test(next);
    const caption = isCaption ? `<tr><td class="caption"><p>${next}</p></td></tr>` : '';
    if (isCaption) i += 1;
    html.push(
      `<table class="picture" align="center"><tbody><tr><td class="pic"><img class="cms-photo" src="/grey.gif" data-src="${origin}/w1000/Uploaded/2023/demo/2023_05_26/anh-${i}.jpg" alt="${headline}" cms-photo-caption="${headline}"></td></tr>${caption}</tbody></table>`,
    );
  }
  const url = `${origin}/so-ket-giua-nhiem-ky-post1.html`;
  return {
    headline,
    sapo: lead.replace(/^\(Baohatinh\.vn\) - /, ''),
    related: related.filter((part) => part !== headline),
    html: `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${headline}</title>
<link rel="canonical" href="${url}"><meta property="og:url" content="${origin}/post1.html"><meta property="og:title" content="${headline} ">
<meta property="article:published_time" content="2023-05-26T08:00:00+0700">
<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline, datePublished: '2023-05-26T08:00:00+0700' })}</script>
<script>var cmsConfig = {"domainApi": ""}; var contentId = 1;</script></head><body>
<header><h1><a class="site-logo" href="/"></a></h1><time class="time-now">Thứ sáu, 02/06/2023</time></header>
<div class="article"><h1 class="article__title cms-title">${headline}</h1>
<div class="article__meta"><div class="meta"><span class="author cms-author"></span><time class="time" datetime="2023-05-26T08:00:00+0700">26/05/2023 08:00</time></div></div>
<div class="article__sapo cms-desc">${lead}</div>
<div class="article__body cms-body" itemprop="articleBody">${html.join('\n')}</div>
<div class="article__tag"><a href="/chu-truong-chinh-sach-tag1.html">${(related[0] ?? '').replace('Chủ đề ', '')}</a></div>
<div class="article__list"><h2>${related[1] ?? ''}</h2><article class="story"><h3 class="story__heading"><a class="cms-link" href="${origin}/khac-post2.html">${related[2] ?? ''}</a></h3><div class="story__summary">${related.at(-1) ?? ''}</div></article></div>
</div></body></html>`,
  };
}
