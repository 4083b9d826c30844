import { describe, expect, it } from 'vitest';
import { failed } from '../../crawlers/failed.ts';
import { parseRobots, readRobots } from '../../crawlers/robots.ts';

const ORIGIN = 'https://bao.example';
const allows = (text: string, path: string) => {
  const robots = parseRobots(text, ORIGIN);
  return robots.kind === 'rules' && robots.allows(ORIGIN + path);
};

describe('rules', () => {
  it.each([
    ['no rules', '', '/a', true],
    [
      'the longest match wins',
      'User-agent: *\nDisallow: /tin\nAllow: /tin/moi',
      '/tin/moi/1',
      true,
    ],
    ['a tie goes to allow', 'User-agent: *\nDisallow: /tin\nAllow: /tin', '/tin', true],
    [
      'our group before the star',
      'User-agent: *\nDisallow: /\nUser-agent: diembao\nAllow: /',
      '/a',
      true,
    ],
    [
      'our group before the star',
      'User-agent: *\nAllow: /\nUser-agent: DiemBao\nDisallow: /',
      '/a',
      false,
    ],
    ['an empty rule forbids nothing', 'User-agent: *\nDisallow:', '/a', true],
    ['wildcards', 'User-agent: *\nDisallow: /*.pdf$', '/x/a.pdf', false],
    ['wildcards', 'User-agent: *\nDisallow: /*.pdf$', '/x/a.pdf?1', true],
    ['comments and odd spaces', 'user-agent : * # all\n  DISALLOW : /in # print', '/in/1', false],
    ['old line ends', 'User-agent: *\rDisallow: /a', '/a', false],
    ['the rest of a broken file', 'rubbish\nUser-agent: *\n<html>\nDisallow: /a', '/a', false],
    ['Vietnamese paths', 'User-agent: *\nDisallow: /tìm-kiếm', '/t%C3%ACm-ki%E1%BA%BFm?q=1', false],
  ])('%s: %j, %s', (_, text, path, expected) => {
    expect(allows(text, path)).toBe(expected);
  });

  // What the parser alone gets wrong.
  it('a Sitemap line between two agents does not split their group', () => {
    const text =
      'User-agent: DiemBao\nSitemap: https://bao.example/s.xml\nUser-agent: other\nDisallow: /a';
    expect(allows(text, '/a')).toBe(false);
  });
  it('characters that a URL leaves as they are match their rule', () => {
    expect(allows('User-agent: *\nDisallow: /tag/a|b', '/tag/a|b')).toBe(false);
    expect(allows('User-agent: *\nDisallow: /tag/[a]', '/tag/[a]')).toBe(false);
  });

  it('another host’s URLs are not allowed by these rules', () => {
    const robots = parseRobots('', ORIGIN);
    expect(robots.kind === 'rules' && robots.allows('https://elsewhere.example/')).toBe(false);
  });

  it.each([
    ['', 0],
    ['Crawl-delay: 5', 5000],
    ['Crawl-delay: 0.5', 500],
    ['Crawl-delay: -5', 0],
    ['Crawl-delay: soon', 0],
    ['Crawl-delay: 86400', 60_000],
    ['Crawl-delay: Infinity', 60_000],
  ])('%j asks for %d ms', (line, delayMs) => {
    expect(parseRobots(`User-agent: *\n${line}\nDisallow: /x`, ORIGIN)).toMatchObject({ delayMs });
  });
});

describe('what robots.txt answers', () => {
  const page = (body: string) => ({
    kind: 'page' as const,
    page: {
      url: `${ORIGIN}/robots.txt`,
      finalUrl: `${ORIGIN}/robots.txt`,
      status: 200,
      headers: {},
      body: new TextEncoder().encode(body),
      fetchedAt: '2026-11-24T00:00:00.000Z',
    },
  });

  it('a file with a byte order mark', () => {
    const robots = readRobots(page('\uFEFFUser-agent: *\nDisallow: /a'), ORIGIN);
    expect(robots.kind === 'rules' && robots.allows(`${ORIGIN}/a`)).toBe(false);
  });

  it.each([
    [failed('gone', '', 404), 'rules'],
    [failed('client-error', '', 401), 'rules'],
    [failed('blocked', '', 403), 'rules'],
    [failed('redirect-loop', '', 302), 'rules'],
    [failed('rate-limited', '', 429), 'unreachable'],
    // Regression: a block page with 429 was taken for "there is no robots.txt".
    [failed('blocked', '', 429), 'unreachable'],
    [failed('rate-limited', '', 503), 'unreachable'],
    [failed('server-error', '', 500), 'unreachable'],
    [failed('timeout', ''), 'unreachable'],
    [failed('unreachable', ''), 'unreachable'],
    [failed('broken-encoding', '', 200), 'unreachable'],
    [failed('foreign-host', ''), 'unreachable'],
  ] as const)('%j means %s', (answer, kind) => {
    expect(readRobots(answer, ORIGIN).kind).toBe(kind);
  });
});
