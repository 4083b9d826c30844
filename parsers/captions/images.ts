/** The address of a picture as the CMS keeps it: lazy attributes looked through, resize prefixes taken off. */
import type { Element } from 'domhandler';

/** Where lazy loaders put the real address, then the plain one, then the editor's. */
const ATTRIBUTES = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-srcset',
  'src',
  'srcset',
  'data-photo-original-src',
] as const;

const PLACEHOLDER =
  /^data:|(?:^|\/)(?:grey|gray|blank|spacer|pixel|placeholder|loading|lazy|no-?image|default_image)[\w-]*\.\w+(?:$|\?)/iu;
/** /w860/ · /1200x630/ · /680x0/ · /t1000/ · /thumbs/1200x630/ in front of the path; 0 = in proportion. */
const RESIZED = /^\/(?:thumbs\/)?(?:w\d{2,4}|\d{2,4}x(?:0|\d{2,4})|0x\d{2,4}|t\d{3,4})\/(?=.)/u;

/** First usable address of an <img> (or of the <source> beside it); null when it has none. */
export function imageUrl(image: Element, base: string): string | null {
  for (const attribute of ATTRIBUTES) {
    const url = usableUrl(image.attribs[attribute], base);
    if (url) return url;
  }
  const parent = image.parent;
  if (parent && 'name' in parent && parent.name === 'picture') {
    for (const sibling of parent.children) {
      if (!('attribs' in sibling) || sibling.name !== 'source') continue;
      const url =
        usableUrl(sibling.attribs['data-srcset'], base) ?? usableUrl(sibling.attribs.srcset, base);
      if (url) return url;
    }
  }
  return null;
}

/** Absolute http(s) URL without a resize prefix; null for placeholders and unusable strings. */
export function usableUrl(value: string | undefined, base: string): string | null {
  const first = value?.trim().split(/\s+/u)[0]?.replace(/,$/u, '');
  if (!first || PLACEHOLDER.test(first) || !URL.canParse(first, base)) return null;
  const url = new URL(first, base);
  if (!/^https?:$/u.test(url.protocol)) return null;
  // "https://hosthttps://host/…" and "/filehttp://host/…": two addresses glued together.
  if (/https?:?\/\//iu.test(url.pathname) || /https?$/iu.test(url.hostname)) return null;
  url.pathname = url.pathname.replace(RESIZED, '/');
  return url.href;
}
