/** Whole pages of 100 to 250 KB with the heads, menus, scripts and related lists that real ones have. */
import { headline, paragraph, type Random, seeded, sentence } from './words.ts';

export interface BenchPage {
  readonly url: string;
  readonly html: string;
}

/** @param count pages of the two families in turn, small and large ones mixed */
export function benchPages(count: number): readonly BenchPage[] {
  return Array.from({ length: count }, (_, i) => {
    const random = seeded(i + 1);
    return i % 2 === 0 ? epi(i, random) : oneCms(i, random);
  });
}

function repeat(count: number, make: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => make(i)).join('\n');
}

/** What stands in every head and foot: style sheets and scripts printed into the page. */
function code(kilobytes: number): string {
  const css = `.box-a .item-b:hover{color:#1a2b3c;padding:0 12px 4px;background:url(/i/x.png) no-repeat}`;
  const js = `window.addEventListener('load',function(){var q=document.getElementById('z');if(q){q.style.display='none';}});`;
  const half = kilobytes * 512;
  return `<style>${css.repeat(half / css.length)}</style><script>${js.repeat(half / js.length)}</script>`;
}

function menu(random: Random, items: number): string {
  return `<nav class="site-nav"><ul class="menu">${repeat(
    items,
    (i) =>
      `<li class="menu-item lv1"><a class="menu-link" href="/muc-${i}/" title="Mục ${i}">Mục số ${i}</a><ul class="sub">${repeat(
        4,
        (j) => `<li><a href="/muc-${i}/nhanh-${j}/">${headline(random).slice(0, 24)}</a></li>`,
      )}</ul></li>`,
  )}</ul></nav>`;
}

function stories(random: Random, count: number): string {
  return repeat(count, (i) => {
    const title = headline(random);
    return `<article class="story story--split" data-id="${9000 + i}"><figure class="story__thumb"><a class="cms-link" href="/bai-${i}-post${9000 + i}.html" title="${title}"><img class="img-responsive lazyload" src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" data-src="https://image.example.vn/300x200/Uploaded/2026/u/2026_05_0${1 + (i % 9)}/anh-${i}.jpg" alt="${title}"></a></figure><h2 class="story__heading" data-tracking="${9000 + i}"><a class="cms-link" href="/bai-${i}-post${9000 + i}.html">${title}</a></h2><div class="story__meta"><time datetime="2026-05-04T06:40:18+0700" data-time="1777851618">04/05/2026 06:40</time></div><div class="story__summary">${sentence(random)}</div></article>`;
  });
}

function epi(i: number, random: Random): BenchPage {
  const title = headline(random);
  const lead = paragraph(random);
  const url = `https://baohatinh.vn/bai-thu-${i}-post${1000 + i}.html`;
  const figure = (n: number) =>
    `<table class="picture" align="center"><tbody><tr><td class="pic"><img class="cms-photo lazyload" src="data:image/gif;base64,R0" data-src="https://image.baohatinh.vn/w1000/Uploaded/2026/u/anh-${n}.jpg" alt="${title} - ảnh ${n}"></td></tr><tr><td class="caption"><p>${sentence(random)} Ảnh: Nguyễn Văn Mẫu</p></td></tr></tbody></table>`;
  const html = `<!DOCTYPE html><html lang="vi"><head><title>${title} | Báo</title><meta charset="utf-8"><meta name="description" content="${lead}"><link rel="canonical" href="${url}"><meta property="og:type" content="article"><meta property="og:title" content="${title} "><meta property="og:url" content="https://baohatinh.vn/post-${1000 + i}.html"><meta property="article:section" content="Xã hội,Đời sống"><meta property="article:tag" content="nông thôn,đường"><meta property="article:published_time" content="2026-05-05T09:18:48+0700"><meta property="article:modified_time" content="2026-05-05T10:18:48+0700"><script type="application/ld+json">{"@context":"http://schema.org","@type":"Organization","name":"Báo"}</script><script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","headline":"${title}","datePublished":"2026-05-05T09:18:48+0700","dateModified":"2026-05-05T10:18:48+0700","author":{"@type":"Person","name":"Lê Mẫu"}}</script>${code(26 + (i % 5) * 22)}<script>var cmsConfig = {domainApi:'https://api.baohatinh.vn'};var contentId = ${1000 + i};</script></head><body><header class="site-header"><h1><a href="/" class="site-logo"></a></h1><span class="time" id="fulltime"></span>${menu(random, 24)}</header><div class="site-body"><ul class="breadcrumbs"><li class="main-cate"><a href="/xa-hoi/">Xã hội</a></li></ul><div class="article"><h1 class="article__title cms-title">${title}</h1><div class="article__meta"><a class="cms-author">Lê Mẫu</a><time class="time" datetime="2026-05-05T09:18:48+0700">05/05/2026 09:18</time></div><div class="article__sapo cms-desc">(Baohatinh.vn) - ${lead}</div><div class="article__body cms-body" itemprop="articleBody">${repeat(
    14,
    (n) =>
      `<p style="text-align: justify;">${paragraph(random)}</p>${n % 4 === 1 ? figure(n) : ''}${n === 6 ? '<div class="ads_middle"><div id="adsWeb_Mid" class="banner"></div></div>' : ''}`,
  )}</div><div class="article__tag"><h3 class="box-heading">Từ khóa</h3><a href="/t1">nông thôn</a><a href="/t2">đường</a></div><div class="article__list"><div class="box-heading">Đọc thêm</div>${stories(random, 12)}</div></div><aside class="sidebar">${stories(random, 36 + (i % 4) * 16)}</aside></div><footer>${menu(random, 20)}${code(8)}</footer></body></html>`;
  return { url, html };
}

function oneCms(i: number, random: Random): BenchPage {
  const title = headline(random);
  const lead = paragraph(random);
  const url = `https://baonghean.vn/bai-thu-${i}-${10230000 + i}.html`;
  const grid = (count: number) =>
    repeat(
      count,
      (n) =>
        `<div class="b-grid"><div class="b-grid__img"><a href="/tin-${n}-${10240000 + n}.html"><img class="lazyload" src="/assets/images/grey.gif" data-src="https://bna.1cdn.vn/thumbs/300x200/2026/05/05/a-${n}.jpg" alt="tin"></a></div><div class="b-grid__content"><div class="b-grid__row"><h3 class="b-grid__title"><a href="/tin-${n}-${10240000 + n}.html">${headline(random)}</a></h3></div><div class="b-grid__desc"><p>${sentence(random)}</p></div></div></div>`,
    );
  const figure = (n: number) =>
    `<figure><img src="https://bna.1cdn.vn/2026/05/05/anh-${n}.jpg" alt="anh-${n}.jpg"><figcaption>   ${sentence(random)} Ảnh: Trần Mẫu  </figcaption></figure>`;
  const html = `<!DOCTYPE html><html lang="vi"><head><title>${title}</title><meta charset="utf-8"><meta name="description" content="(Baonghean.vn) - ${lead}"><link rel="canonical" href="${url}"><meta property="og:type" content="website"><meta property="og:title" content="${title}"><meta name="article:section" content="Thời sự"><meta name="article:published_time" content="5/5/2026 9:18:48 AM"><meta property="dable:author" content="Trần Mẫu"><meta name="datetimenow" content="06/05/2026 21:09:07"><script>gtag('event','article_page',{'articleId':'${10230000 + i}','articlePublishDate': '2026-05-05T09:18:48+07:00','articleTags': 'nông thôn, kênh mương'});</script>${code(26 + (i % 5) * 22)}</head><body><header class="c-header"><span class="onecms__currentTime">Thứ ba</span>${menu(random, 24)}</header><div class="l-main"><div class="c-news-detail"><div class="b-maincontent"><div itemprop="articleBody"><article class="entry entry-no-padding"><div class="sc-longform-header block-sc-longform-header"><div class="sc-longform-header-text"><h1 class="sc-longform-header-title block-sc-title">${title}</h1><div class="sc-longform-header-meta"><span class="sc-longform-header-author">Trần Mẫu</span><span class="sc-text">•</span><span class="sc-longform-header-date">05/05/2026 09:18</span></div><p class="sc-longform-header-sapo">(Baonghean.vn) - ${lead}</p></div></div>${repeat(
    14,
    (n) => `<p>${paragraph(random)}</p>${n % 4 === 1 ? figure(n) : ''}`,
  )}</article></div></div><div class="onecms__tags"><a href="/x-ptag.html">nông thôn</a></div><div class="c-box"><div class="c-box__title"><div class="c-box__title__name">Bài liên quan</div></div>${grid(14)}</div></div><div class="l-sidebar">${grid(40 + (i % 4) * 20)}</div></div><footer>${menu(random, 20)}${code(8)}</footer></body></html>`;
  return { url, html };
}
