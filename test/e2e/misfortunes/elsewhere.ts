const CHOICES_ALONE = 'Two choices and no word: its draft and its key are those of every short form (`useFormDraft`).';
const GUARDED = 'Nothing is typed; the state of what it acts on lets it be done once.';

/** Forms that keep a draft and are no row of the table, each with the reason. */
export const TRIED_ELSEWHERE: Readonly<Record<string, string>> = {
  'pages/new-request/call-panel.tsx': 'Reads the draft of a new request for the name of its tab.',
  'pages/case/answer-linked.tsx':
    'The draft of an answer; answered once for all: `test/e2e/links-and-messages.spec.ts`.',
  'pages/citizens/citizen-ties.tsx': CHOICES_ALONE,
  'pages/citizens/merge-page.tsx': `${CHOICES_ALONE} A sheet that changed is said: \`test/e2e/citizens.spec.ts\`.`,
  'pages/privacy/citizen-privacy.tsx': CHOICES_ALONE,
  'pages/privacy/rectify-request.tsx':
    'The answer to a request about personal data, with the fields of the sheet of a citizen.',
  'pages/privacy/purges.tsx': 'A visa, kept as any short form; the number that confirms is copied anew on purpose.',
  'pages/incidents/incidents-page.tsx': 'A reason, kept as any short form, under a key: `test/api/incidents.spec.ts`.',
  'pages/steering/prepare-lot.tsx':
    'Its word is kept; which requests it acts on is ticked anew, since one acts on what one sees. The list is frozen before it runs.',
  'pages/settings/theme-settings.tsx': 'Kept and compared as the other settings of the town, by version.',
};

/** Acts under a key that keep no draft, each with the reason. */
export const NOTHING_TYPED: Readonly<Record<string, string>> = {
  'pages/team/team-page.tsx': 'A task moved from one to another: the last move stands, and can be taken back.',
  'pages/letters/post-letters.tsx': GUARDED,
  'pages/design/trials.tsx': GUARDED,
  'pages/design/sheet-reports.tsx': GUARDED,
  'pages/design/unanswered-searches.tsx': GUARDED,
  'pages/steering/lot-page.tsx': GUARDED,
  'pages/case/links-panel.tsx': GUARDED,
  'pages/case/unqualified/known-citizen.tsx': GUARDED,
  'pages/case/unqualified/unqualified-acts.tsx': GUARDED,
  'pages/case/acts/use-act.ts': 'The undoing of a reassignment.',
  'pages/parapheur/reading-acts.tsx': GUARDED,
  'pages/parapheur/use-lot.ts':
    'Each letter is signed once: Postgres killed while a lot is signed, `test/chaos/browser.spec.ts`; one that changed, `test/e2e/validator.spec.ts`.',
  'pages/new-request/calls.ts': 'Names a new request; the form is a row.',
  'pages/duplicates/cluster-acts.tsx': GUARDED,
  'pages/follow/write-form.tsx':
    'On what may be the machine of a library nothing is kept: the browser asks before it throws away what is written.',
  'pages/phone/use-phone-sending.ts': 'A file is sent again under its key: `test/e2e/phone-scan.spec.ts`.',
  'components/callback-acts.tsx': GUARDED,
  'uploads/phone-scan.tsx': 'Names the bridge to a telephone: `test/e2e/phone-scan.spec.ts`.',
  'uploads/upload-store.ts': 'A file is sent again under its key: `test/e2e/documents.spec.ts`.',
  'uploads/file-tools.tsx': 'A turned picture is another file, sent under its key: `test/e2e/documents.spec.ts`.',
};
