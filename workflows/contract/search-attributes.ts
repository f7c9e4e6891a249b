import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

/** Set at the start of each run, never changed; no personal data: search attributes are stored in clear. */
export const caseNumberAttribute = defineSearchAttributeKey('CaseNumber', SearchAttributeType.KEYWORD);
export const processVersionAttribute = defineSearchAttributeKey('ProcessVersion', SearchAttributeType.INT);

/** What `temporal-setup` registers in the namespace. */
export const SEARCH_ATTRIBUTES = [caseNumberAttribute, processVersionAttribute] as const;
