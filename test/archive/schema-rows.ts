/**
 * Rows as a program of each schema wrote them. A migration adds the statements of its own schema here and
 * leaves the earlier ones as they are.
 */

import { compressText } from '../../archive/compression.ts';
import type { Archive } from '../../archive/port.ts';
import { packRecord } from '../../archive/record.ts';
import { packSignature } from '../../archive/signature.ts';
import { sha256 } from '../../core/ids.ts';
import type { Sqlite } from '../../core/sqlite.ts';
import { at, conference, record, signature, url } from '../contracts/archive-samples.ts';

function fillFirst(db: Sqlite): void {
  const insert = (
    table: string,
    row: Readonly<Record<string, string | number | null | Uint8Array>>,
  ) =>
    db
      .prepare(
        `INSERT INTO ${table} (${Object.keys(row)}) VALUES (${Object.keys(row).map(() => '?')})`,
      )
      .run(Object.values(row));
  const newspaper = 'baotinh';
  const article = record('a', { conferences: [conference()] });
  const { id } = article;
  insert('urls', { url: url('a'), newspaper, kind: 'article', found_at: at(0), failures: 2 });
  insert('bodies', { hash: sha256('một'), size: 5, data: compressText('một') });
  insert('pages', {
    id: 1,
    url: url('a'),
    newspaper,
    final_url: url('a'),
    status: 200,
    headers: '{"etag":"1"}',
    body_hash: sha256('một'),
    fetched_at: at(0),
    newest: 1,
    parsed_by: 's1',
    outcome: 'article',
    outcome_message: '',
  });
  insert('articles', {
    seq: 1,
    id,
    newspaper,
    url: url('a'),
    headline: article.headline,
    published: '2026-01-01T00:00:00.000Z',
    published_day: '2026-01-01',
    revision: 2,
    page_id: 1,
    fetched_at: at(0),
    created_at: at(1),
    revised_at: at(2),
    content_hash: 'h',
    signature: packSignature(signature()),
    record: packRecord(article),
  });
  const former = packRecord(record('a', { sapo: 'cũ' }));
  insert('revisions', { article: 1, revision: 1, created_at: at(1), record: former });
  insert('aliases', { url: url('a'), article: 1 });
  insert('bands', { hash: 5, day: 20454, article: 1 });
  insert('indexes', { id: 1, name: 'main', backlog_after: 0, backlog_to: 0 });
  insert('index_state', { index_id: 1, article: 1, revision: 2, version: 'v1' });
  insert('conferences', {
    seq: 1,
    id: 'c1',
    key: 'k',
    record: JSON.stringify(conference()),
    kind: 'so-ket',
    status: 'planned',
    date_from: '2026-01-05',
    date_to: '2026-01-05',
    sort_date: '2026-01-05',
  });
  insert('mentions', {
    article: 1,
    position: 0,
    conference: 1,
    main: 0,
    weight: 2,
    record: JSON.stringify(conference()),
  });
  insert('mention_places', { code: '448', conference: 1, article: 1, position: 0 });
  insert('runs', {
    newspaper,
    started_at: at(0),
    finished_at: at(1),
    state: 'complete',
    outcomes: '{"article":1}',
    owner: 'o',
  });
  insert('incidents', { url: url('b'), newspaper, code: 'timeout', message: 'm', at: at(1) });
}

function fillSecond(db: Sqlite): void {
  fillFirst(db);
  const anchor = {
    paragraph: 1,
    start: 0,
    end: 8,
    exact: 'Nội dung',
    prefix: '',
    suffix: ' của a.',
  };
  const correction = (from: string) =>
    JSON.stringify({ anchor, change: { kind: 'date', from, to: null } });
  const add = db.prepare(
    `INSERT INTO corrections (article, made_by, made_at, correction, withdrawn_by, withdrawn_at)
     VALUES (1, ?, ?, ?, ?, ?)`,
  );
  add.run(['Lan', at(3), correction('2026-01-02'), null, null]);
  add.run(['Minh', at(4), correction('2026-01-03'), 'Lan', at(5)]);
}

function fillThird(db: Sqlite): void {
  fillSecond(db);
  db.exec(
    `INSERT INTO backfills (id, newspaper, from_day, to_day, asked_at, state)
       VALUES (1, 'baotinh', '2025-01-01', '2025-01-31', '${at(6)}', 'open');
     INSERT INTO urls (url, newspaper, kind, found_at, due_at, dated_at, backfill)
       VALUES ('${url('old')}', 'baotinh', 'article', '${at(6)}', '${at(6)}', '${at(0)}', 1);
     INSERT INTO hosts VALUES ('bao.example', '${at(7)}');`,
  );
}

function fillFourth(db: Sqlite): void {
  fillThird(db);
  db.exec(
    `INSERT INTO press_reviews VALUES (1, 'p1', 1, '${at(8)}', NULL);
     INSERT INTO press_review_versions VALUES (1, 1, 'Lan', '${at(8)}', '{"title":"ĐIỂM BÁO"}');`,
  );
}

function fillFifth(db: Sqlite): void {
  fillFourth(db);
  db.exec(`INSERT INTO newspaper_checks VALUES ('baotinh', 'abc', '${at(9)}', 1);`);
}

function fillSixth(db: Sqlite): void {
  fillFifth(db);
  const mark = JSON.stringify({ anchor: null, name: conference().name });
  db.exec(
    `INSERT INTO identity_acts (id, kind, made_by, made_at, withdrawn_by, withdrawn_at)
       VALUES (1, 'join', 'Lan', '${at(10)}', 'Minh', '${at(11)}');
     INSERT INTO identity_pairs VALUES (1, 0, 1, 1, '${mark}', 0, 1, '${mark}', 0);`,
  );
}

function fillSeventh(db: Sqlite): void {
  fillSixth(db);
  db.exec(
    `INSERT INTO nights (day, newspaper, started_at, state) VALUES ('2026-01-02', 'baotinh', '${at(9)}', 'running');
     INSERT INTO night_reports VALUES ('2026-01-02', '${at(10)}', '{"day":"2026-01-02"}');
     INSERT INTO deliveries VALUES ('2026-01-02', 'mail', NULL, 2, '${at(11)}', 'refused');`,
  );
}

function fillEighth(db: Sqlite): void {
  fillSeventh(db);
  db.exec(
    `INSERT INTO officials (seq, id, name, sort_name) VALUES (1, 'o1', 'Trần Văn Thử', 'thu');
     INSERT INTO official_keys VALUES (1, 'k', 'Trần Văn Thử', 'thu', ' tran van thu ', ' trần văn thử ', 1);
     INSERT INTO official_key_places VALUES ('448', 1);
     INSERT INTO official_mentions VALUES (1, 0, 1, 1, '2026-01-01', 2);
     INSERT INTO office_titles VALUES (1, ' bí thư ', ' bi thu ', 'Bí thư');
     INSERT INTO office_mentions VALUES (1, 0, 1, 0, 1, '2026-01-01');`,
  );
}

function fillSavedSearches(db: Sqlite): void {
  fillEighth(db);
  db.exec(
    `INSERT INTO saved_searches (seq, id, name, question, made_by, made_at, checked_to, last_run_at, total, feed_token, removed_at)
       VALUES (1, 's1', 'Cầu', '{"text":"cầu"}', 'Lan', '${at(1)}', '${at(2)}', '${at(2)}', 3, NULL, NULL);
     INSERT INTO saved_targets VALUES (1, 't1', 1, 'mail', 'lan@bao.example', NULL, 420, '${at(1)}', 1, '${at(3)}', NULL);
     INSERT INTO saved_news VALUES (1, 1, 'article', 1, '${at(2)}', NULL);
     INSERT INTO saved_days VALUES (1, '2026-01-02', 2, 1, 3);
     INSERT INTO saved_deliveries VALUES (1, 'd1', 1, '${at(3)}', 0, 1, 'waiting', 2, '${at(4)}', '${at(3)}', 'refused');`,
  );
}

/** A second page, whose body lies in a WARC file that nobody has any more. */
function fillWarcFiles(db: Sqlite): void {
  fillSavedSearches(db);
  db.exec(
    `INSERT INTO bodies VALUES ('h2', 3, x'');
     INSERT INTO warc_files VALUES (1, 'warc/pages-000001.warc.gz', 'complete', 9, 'x', '${at(12)}');
     INSERT INTO moved_bodies VALUES ('h2', 1, 2, 3);
     INSERT INTO data_sizes VALUES ('2026-01-02', 1000);`,
  );
}

function fillAccounts(db: Sqlite): void {
  fillWarcFiles(db);
  db.exec(
    `INSERT INTO users VALUES (1, 'Lan', 'lan', 'admin', 'hash', '${at(1)}', '${at(0)}', NULL);
     INSERT INTO sessions VALUES ('s', 1, '${at(1)}', '${at(2)}', '${at(60)}');
     INSERT INTO tokens VALUES (1, 1, 'bảng tính', 't', 'read edit', '${at(1)}', NULL, '${at(2)}', NULL);
     INSERT INTO audit (at, made_by, action, subject) VALUES ('${at(12)}', 'Lan', 'user-made', 'Lan');`,
  );
}

/** What each schema adds; the last one that is not later than the version is the one that fills it. */
const FILLS: readonly ((db: Sqlite) => void)[] = [
  fillFirst,
  fillSecond,
  fillThird,
  fillFourth,
  fillFifth,
  fillSixth,
  fillSeventh,
  fillEighth,
  fillSavedSearches,
  fillWarcFiles,
  fillAccounts,
];

export function fillSchema(db: Sqlite, version: number): void {
  const fill = FILLS.slice(0, version).at(-1);
  if (fill === undefined) throw new Error(`no rows for schema ${version}`);
  fill(db);
}

/** Everything that the port tells of those rows. */
export async function contentOf(archive: Archive): Promise<unknown> {
  const stored = await archive.articles.byUrl(url('a'));
  const id = stored?.article.id ?? '';
  const page = await archive.pages.get(1);
  const { bytes: _, ...counts } = await archive.counts();
  return {
    counts,
    url: await archive.frontier.get(url('a')),
    page: { ...page, body: new TextDecoder().decode(page?.body) },
    stored,
    revisions: (await archive.articles.revisions(id)).map((r) => [r.createdAt, r.article.sapo]),
    pending: await archive.index.pending('main', 'v1', 10),
    pendingOther: await archive.index.pending('main', 'v2', 10),
    conferences: (await archive.conferences.list({ place: '448' }, null, 10)).items,
    acts: await archive.conferences.acts('c1'),
    officials: (await archive.officials.list({ places: ['448'] }, null, 10)).items,
    runs: await archive.runs.list(10),
    incidents: await archive.incidents.list({}, 10),
    backfills: await archive.backfills.list(10),
    pressReviews: (await archive.pressReviews.list(null, 10)).items,
    checks: await archive.newspaperChecks.list(),
    nights: await archive.nights.list('2026-01-01', '2026-01-31'),
    reports: await archive.nights.reports(10),
    unsent: await archive.nights.unsent(10),
    savedSearches: await archive.savedSearches.list(),
    savedTargets: await archive.savedSearches.targets('s1'),
    savedNews: (await archive.savedSearches.news('s1', null, 10)).items,
    savedDays: await archive.savedSearches.days('s1', 10),
    savedDeliveries: await archive.savedSearches.deliveries('s1', 10),
    warc: (await archive.retention.files()).map(({ bodies, missing }) => ({ bodies, missing })),
    weights: await archive.retention.weights(10),
    users: await archive.accounts.users.list(),
    session: (await archive.accounts.sessions.get('s', at(3)))?.seenAt ?? null,
    tokens: await archive.accounts.tokens.list(null),
    audit: (await archive.accounts.audit.list({}, null, 50)).items,
    distrusted: await archive.hosts.distrustedAt('bao.example'),
  };
}
