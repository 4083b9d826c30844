/** One conference: what it was, what the press made of it, what hands did to it. */
import type { FC } from 'hono/jsx';
import type { Coverage } from '../../app/conferences/coverage.ts';
import type { IdentityAct, StoredConference } from '../../archive/port.ts';
import { placeValueOn } from '../../indexer/place-codes.ts';
import { LOCALITIES } from '../localities/pages.tsx';
import { officialHref } from '../officials/url.ts';
import { IdentityForms, IdentityHistory } from '../pages/identity.tsx';
import { Layout } from '../pages/layout.tsx';
import { AddToReview, type Collecting } from '../press-reviews/pages.tsx';
import { CONFERENCE_KINDS, LEVELS, STATUSES } from '../words.ts';
import { CoverageQuotes, CoverageTable } from './coverage-view.tsx';
import { conferenceDays } from './list-page.tsx';
import { BASE } from './url.ts';

const Place: FC<{ conference: StoredConference['conference'] }> = ({ conference }) => {
  const { place, date } = conference;
  if (!place) return <>-</>;
  const name = [...place.path].reverse().filter(Boolean).join(', ');
  if (!place.code) return <>{name}</>;
  const value = placeValueOn(place.code, date?.from ?? date?.to ?? null);
  return <a href={`${LOCALITIES}/${encodeURIComponent(value)}`}>{name}</a>;
};

const People: FC<{ names: readonly string[]; ids: Coverage['officialIds'] }> = ({ names, ids }) =>
  names.length === 0 ? (
    <>-</>
  ) : (
    names.map((name, i) => {
      const id = Object.hasOwn(ids, name) ? ids[name] : undefined;
      return (
        <>
          {i > 0 ? ', ' : ''}
          {id ? <a href={officialHref(id)}>{name}</a> : name}
        </>
      );
    })
  );

export const ConferencePage: FC<{
  stored: StoredConference;
  coverage: Coverage;
  acts: readonly IdentityAct[];
  newspaperName: (id: string) => string;
  collecting: Collecting;
  editable: boolean;
}> = ({ stored, coverage, acts, newspaperName, collecting, editable }) => {
  const { id, conference } = stored;
  return (
    <Layout title={`${conference.name} - Điểm Báo`} tab="conferences">
      <h1>{conference.name}</h1>
      <dl>
        <dt>Loại</dt>
        <dd>{CONFERENCE_KINDS[conference.kind]}</dd>
        <dt>Đơn vị tổ chức</dt>
        <dd>
          {conference.organiser ?? 'không nêu'}
          {conference.level ? ` (${LEVELS[conference.level]})` : ''}
        </dd>
        <dt>Nội dung</dt>
        <dd>{conference.occasion ?? '-'}</dd>
        <dt>Nhiệm kỳ</dt>
        <dd>{conference.term ? `${conference.term.from} – ${conference.term.to}` : '-'}</dd>
        <dt>Ngày</dt>
        <dd>
          {conferenceDays(conference)} ({STATUSES[conference.status]})
        </dd>
        <dt>Nơi</dt>
        <dd>
          <Place conference={conference} />
        </dd>
        <dt>Chủ trì</dt>
        <dd>
          <People names={conference.chairs} ids={coverage.officialIds} />
        </dd>
        <dt>Phát biểu</dt>
        <dd>
          <People names={conference.speakers} ids={coverage.officialIds} />
        </dd>
      </dl>
      <AddToReview collected={{ type: 'conference', id }} collecting={collecting} />
      <CoverageTable id={id} coverage={coverage} newspaperName={newspaperName} />
      <CoverageQuotes coverage={coverage} newspaperName={newspaperName} />
      <IdentityHistory page={`${BASE}/${id}`} acts={acts} editable={editable} />
      {editable ? (
        <IdentityForms
          page={`${BASE}/${id}`}
          thing="hội nghị"
          articles={stored.mentions.map(({ articleId, headline, url }) => ({
            id: articleId,
            title: headline ?? url ?? articleId,
          }))}
        />
      ) : null}
    </Layout>
  );
};
