/** A library with a few synthetic articles in it, as the pages see it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catchUp } from '../../app/catch-up.ts';
import { openWorks, type Works } from '../../app/compose.ts';
import { readConfig } from '../../app/config.ts';
import { silent } from '../../core/log.ts';
import { loadNewspapers } from '../../newspapers/index.ts';
import { readPlain } from '../../parsers/read.ts';
import { conferencePlaces } from '../../parsers/refine/conference-places.ts';
import { conferenceKeys } from '../../parsers/refine/index.ts';

export const SCRIPT = '<script>alert(1)</script>';

/** synthetic */
const ARTICLES = [
  {
    id: 'so-ket',
    publishedAt: '2023-05-26T08:00:00+07:00',
    newspaper: 'baohatinh',
    headline: 'Lộc Hà sơ kết giữa nhiệm kỳ',
    sapo: 'Sáng 24/5, Đảng bộ huyện Lộc Hà tổ chức hội nghị sơ kết giữa nhiệm kỳ 2020 - 2025.',
    paragraphs: [
      'Ông Trần Văn Thử, Bí thư Huyện ủy Lộc Hà cho biết: “Nửa nhiệm kỳ còn lại, huyện dồn sức làm đường và xây trường”.',
      'Hội nghị do Đảng bộ huyện Lộc Hà tổ chức có 150 đại biểu.',
    ],
  },
  {
    id: 'hostile',
    publishedAt: '2023-06-02T09:30:00+07:00',
    newspaper: 'baonghean',
    headline: `${SCRIPT} & "chợ" ở Vinh`,
    sapo: `Chợ họp sớm ${SCRIPT}.`,
    paragraphs: [`Người bán nói: “${SCRIPT} chợ đông hơn mọi năm rất nhiều”.`],
  },
  ...Array.from({ length: 45 }, (_, i) => ({
    id: `cho-${i}`,
    publishedAt: `2023-06-${String((i % 28) + 1).padStart(2, '0')}T07:00:00+07:00`,
    newspaper: i % 2 ? 'baohatinh' : 'baonghean',
    headline: `Phiên chợ thứ ${i} của xã`,
    sapo: null,
    paragraphs: ['Chợ quê đông vui từ sáng sớm, ai cũng tay xách nách mang.'],
  })),
];

export interface World {
  readonly works: Works;
  /** Given id -> the archive's id. */
  readonly ids: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

export async function openWorld(publicUrl = ''): Promise<World> {
  const directory = await mkdtemp(join(tmpdir(), 'diembao-web-'));
  const config = readConfig({
    DIEMBAO_DATA: directory,
    DIEMBAO_PORT: '0',
    DIEMBAO_PUBLIC_URL: publicUrl,
  });
  const works = await openWorks(config, { log: silent });
  const { newspapers } = await loadNewspapers();
  const ids = new Map<string, string>();
  for (const plain of ARTICLES) {
    const newspaper = newspapers.find(({ id }) => id === plain.newspaper) ?? null;
    const article = readPlain(plain, newspaper);
    const { id } = await works.archive.articles.put(
      {
        article: { ...article, url: `https://example.test/${plain.id}` },
        aliases: [`https://example.test/${plain.id}`],
        pageId: null,
        fetchedAt: '2023-06-30T00:00:00.000Z',
        signature: [],
        conferenceKeys: conferenceKeys(article),
        conferencePlaces: conferencePlaces(article),
      },
      '2023-06-30T00:00:00.000Z',
    );
    ids.set(plain.id, id);
  }
  await works.work();
  await catchUp(works, new AbortController().signal);
  return {
    works,
    ids,
    close: async () => {
      await works.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
