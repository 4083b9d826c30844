/** One conference: what it was, what the press made of it, what hands did to it. */
import type { FC } from 'hono/jsx';
import type { Coverage } from '../../app/conferences/coverage.ts';
import type { IdentityAct, StoredConference } from '../../archive/port.ts';
import { t } from '../../i18n/text.ts';
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
    <Layout title={conference.name} tab="conferences">
      <h1 lang="vi">{conference.name}</h1>
      <dl>
        <dt>{t('Loại')}</dt>
        <dd>{t(CONFERENCE_KINDS[conference.kind])}</dd>
        <dt>{t('Đơn vị tổ chức')}</dt>
        <dd>
          {conference.organiser ?? t('không nêu')}
          {conference.level ? ` (${t(LEVELS[conference.level])})` : ''}
        </dd>
        <dt>{t('Nội dung')}</dt>
        <dd>{conference.occasion ?? '-'}</dd>
        <dt>{t('Nhiệm kỳ')}</dt>
        <dd>{conference.term ? `${conference.term.from} – ${conference.term.to}` : '-'}</dd>
        <dt>{t('Ngày')}</dt>
        <dd>
          {conferenceDays(conference)} ({t(STATUSES[conference.status])})
        </dd>
        <dt>{t('Nơi')}</dt>
        <dd>
          <Place conference={conference} />
        </dd>
        <dt>{t('Chủ trì')}</dt>
        <dd>
          <People names={conference.chairs} ids={coverage.officialIds} />
        </dd>
        <dt>{t('Phát biểu')}</dt>
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
          thing="conference"
          articles={stored.mentions.map(({ articleId, headline, url }) => ({
            id: articleId,
            title: headline ?? url ?? articleId,
          }))}
        />
      ) : null}
    </Layout>
  );
};
