/** `correct`: what was read in an article, corrected from the command line. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openWorks } from '../../app/compose.ts';
import { readConfig } from '../../app/config.ts';
import { silent } from '../../core/log.ts';
import { readPlain } from '../../parsers/read.ts';
import { conferenceKeys } from '../../parsers/refine/index.ts';
import { cli } from './run-cli.ts';

const URL_OF_IT = 'https://example.test/so-ket';

/** synthetic */
const plain = {
  id: 'so-ket',
  publishedAt: '2023-05-26T08:00:00+07:00',
  newspaper: null,
  headline: 'Lộc Hà sơ kết giữa nhiệm kỳ',
  sapo: 'Sáng 24/5, Đảng bộ huyện Lộc Hà tổ chức hội nghị sơ kết giữa nhiệm kỳ 2020 - 2025.',
  paragraphs: [
    'Ông Trần Văn Thử, Bí thư Huyện ủy Lộc Hà cho biết: “Nửa nhiệm kỳ còn lại, huyện dồn sức làm đường và xây trường”.',
    'Chợ họp sớm, chợ đông.',
  ],
};

const Stored = z.object({
  article: z.object({
    quotes: z.array(
      z.object({
        speaker: z.object({
          name: z.string().nullable(),
          offices: z.array(z.object({ title: z.string() })),
          official: z.boolean(),
        }),
      }),
    ),
    dates: z.array(z.object({ text: z.string(), edtf: z.string().nullable() })),
    places: z.array(z.object({ text: z.string(), code: z.string().nullable() })),
    conferences: z.array(z.object({ organiser: z.string().nullable(), kind: z.string() })),
  }),
  corrections: z.array(
    z.object({ id: z.int(), by: z.string(), at: z.iso.datetime(), state: z.string() }),
  ),
});

describe('correct', () => {
  let data: string;
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'diembao-correct-'));
    const works = await openWorks(readConfig({ DIEMBAO_DATA: data }), { log: silent });
    const article = { ...readPlain(plain, null), url: URL_OF_IT };
    await works.archive.articles.put(
      {
        article,
        aliases: [URL_OF_IT],
        pageId: null,
        fetchedAt: null,
        signature: [],
        conferenceKeys: conferenceKeys(article),
      },
      '2023-05-30T00:00:00.000Z',
    );
    await works.close();
  });
  afterAll(() => rm(data, { recursive: true, force: true }));

  const correct = (...argv: string[]) => cli(['correct', URL_OF_IT, ...argv, '--data', data]);
  const by = (name: string, ...argv: string[]) => correct(...argv, '--by', name);
  const told = async () => Stored.parse(JSON.parse((await correct('--json')).out));

  it('gives a quotation its speaker and offices; the search finds them', async () => {
    const said = await by(
      'Lan',
      'quote',
      '--at',
      'dồn sức',
      '--speaker',
      'Lê Thị Mẫu',
      '--office',
      'Chủ tịch UBND huyện Lộc Hà',
    );
    expect(said).toMatchObject({ code: 0, err: '' });
    const { article, corrections } = await told();
    expect(article.quotes[0]?.speaker).toMatchObject({
      name: 'Lê Thị Mẫu',
      offices: [{ title: 'Chủ tịch UBND huyện Lộc Hà' }],
      official: true,
    });
    expect(corrections).toMatchObject([{ by: 'Lan', state: 'applied' }]);
    const found = await cli(['search', '"Lê Thị Mẫu"', '--json', '--data', data]);
    expect(z.object({ total: z.number() }).parse(JSON.parse(found.out)).total).toBe(1);
  });

  it('settles days, places and conferences, also where nothing was read', async () => {
    const name = ['--by', 'Lan'];
    for (const argv of [
      ['date', '--at', 'Sáng 24/5', '--from', '2023-05-23', '--to', '2023-05-23'],
      ['date', '--at', 'sớm', '--from', '2023-05-22', '--to', '2023-05-22'],
      ['place', '--at', 'Lộc Hà', '--paragraph', '-1', '--place', '18568'],
      [
        'conference',
        '--at',
        'hội nghị sơ kết',
        '--organiser',
        'Huyện ủy Mẫu',
        '--conference-kind',
        'tong-ket',
      ],
    ])
      expect(await correct(...argv, ...name)).toMatchObject({ code: 0, err: '' });
    const { article } = await told();
    expect(article.dates.find(({ text }) => text === 'Sáng 24/5')?.edtf).toBe('2023-05-23');
    expect(article.dates.find(({ text }) => text === 'sớm')?.edtf).toBe('2023-05-22');
    expect(article.places[0]).toMatchObject({ text: 'Lộc Hà', code: '18568' });
    expect(article.conferences[0]).toEqual({ organiser: 'Huyện ủy Mẫu', kind: 'tong-ket' });
  });

  it('lists for people, and takes back', async () => {
    await by('Minh', 'quote', '--at', 'dồn sức', '--speaker', '', '--office', 'Khách');
    const { out } = await correct();
    expect(out).toMatch(/Minh {2}applied {2}quote "Nửa nhiệm kỳ/);
    expect(out).toContain('speaker=null');
    const last = (await told()).corrections.at(-1)?.id ?? 0;
    const taken = await correct('--withdraw', String(last), '--json', '--by', 'Lan');
    expect(JSON.parse(taken.out)).toMatchObject({ id: last, withdrawn: { by: 'Lan' } });
    expect((await told()).corrections.at(-1)?.state).toBe('withdrawn');
  });

  it('takes the name from the setting', async () => {
    const argv = ['correct', URL_OF_IT, 'date', '--at', '2020 - 2025', '--from', '2020-01-01'];
    const said = await cli([...argv, '--data', data, '--json'], { env: { DIEMBAO_USER: 'Hoa' } });
    expect(JSON.parse(said.out)).toMatchObject({ by: 'Hoa', articleId: expect.any(String) });
  });

  it.each([
    [['quote', '--at', 'dồn sức', '--speaker', 'A B'], 'correction-no-name'],
    [['quote', '--at', 'không có', '--speaker', 'A B', '--by', 'L'], 'correction-no-words'],
    [['quote', '--speaker', 'A B', '--by', 'L'], 'at-missing'],
    [['date', '--at', 'hợ', '--from', '2023-05-22', '--by', 'L'], 'correction-several-places'],
    [['date', '--at', 'Sáng 24/5', '--from', '2023-02-31', '--by', 'L'], 'correction-bad-day'],
    [
      ['date', '--at', 'Sáng 24/5', '--from', '2023-05-23', '--to', '2023-05-23', '--by', 'L'],
      'correction-nothing',
    ],
    [['place', '--at', 'Đảng bộ', '--place', 'Phường 5', '--by', 'L'], 'correction-unclear-place'],
    [['body', '--at', 'x', '--by', 'L'], 'bad-kind'],
    [['quote', '--withdraw', '1', '--by', 'L'], 'bad-usage'],
  ])('ends %j with 2 and says %s', async (argv, code) => {
    const said = await correct(...argv);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.err).toContain(code);
  });

  it('ends with 1 where there is no such article or correction, with 2 on a wrong choice', async () => {
    const none = await cli(['correct', 'none', '--data', data]);
    expect(none.code).toBe(1);
    expect(none.err).toContain('unknown-article');
    expect((await by('L', '--withdraw', '999')).code).toBe(1);
    expect((await by('L', '--withdraw', 'x')).code).toBe(2);
    expect((await by('L', 'quote', '--at', 'x', '--official', 'perhaps')).code).toBe(2);
  });
});
