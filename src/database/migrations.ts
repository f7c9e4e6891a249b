import { FirstTables1764000000000 } from './migrations/1764000000000-first-tables.js';
import { ProcessSearch1764000100000 } from './migrations/1764000100000-process-search.js';
import { LetterOpenings1764000200000 } from './migrations/1764000200000-letter-openings.js';
import { Lots1764000300000 } from './migrations/1764000300000-lots.js';
import { LinksAndMessages1764000400000 } from './migrations/1764000400000-links-and-messages.js';
import { Requalifications1764000500000 } from './migrations/1764000500000-requalifications.js';
import { WordFamilies1764000600000 } from './migrations/1764000600000-word-families.js';
import { LettersThatAreNoReply1764000700000 } from './migrations/1764000700000-letters-that-are-no-reply.js';
import { WaitingCases1764000800000 } from './migrations/1764000800000-waiting-cases.js';
import { SheetReports1764000900000 } from './migrations/1764000900000-sheet-reports.js';
import { SavedViewRanks1764001000000 } from './migrations/1764001000000-saved-view-ranks.js';
import { SetAsidesAndSplits1764001210000 } from './migrations/1764001210000-set-asides-and-splits.js';
import { Callbacks1764001220000 } from './migrations/1764001220000-callbacks.js';
import { CatalogUses1764001230000 } from './migrations/1764001230000-catalog-uses.js';
import { CitizenSheets1764001300000 } from './migrations/1764001300000-citizen-sheets.js';
import { CitizenMerges1764001400000 } from './migrations/1764001400000-citizen-merges.js';
import { Privacy1764001500000 } from './migrations/1764001500000-privacy.js';
import { TownSettings1764002000000 } from './migrations/1764002000000-town-settings.js';
import { ProcessTrials1764002100000 } from './migrations/1764002100000-process-trials.js';
import { LastAccesses1764002200000 } from './migrations/1764002200000-last-accesses.js';
import { CalendarFeeds1764002300000 } from './migrations/1764002300000-calendar-feeds.js';
import { ArretesOfDelegations1764002400000 } from './migrations/1764002400000-arretes-of-delegations.js';
import { RectifiedFields1764002500000 } from './migrations/1764002500000-rectified-fields.js';
import { PhoneUploads1764002600000 } from './migrations/1764002600000-phone-uploads.js';
import { PhoneUploadFiles1764002610000 } from './migrations/1764002610000-phone-upload-files.js';
import { PointsOfDocuments1764002620000 } from './migrations/1764002620000-points-of-documents.js';
import { Notifications1764002700000 } from './migrations/1764002700000-notifications.js';
import { FileScans1764002710000 } from './migrations/1764002710000-file-scans.js';
import { DistinctCases1764002800000 } from './migrations/1764002800000-distinct-cases.js';
import { FollowersOfCases1764002810000 } from './migrations/1764002810000-followers-of-cases.js';
import { NotificationChannels1764002900000 } from './migrations/1764002900000-notification-channels.js';
import { PartialAbsences1764002910000 } from './migrations/1764002910000-partial-absences.js';
import { GroupsOfLists1764003200000 } from './migrations/1764003200000-groups-of-lists.js';
import { StreetsOfRequests1764003210000 } from './migrations/1764003210000-streets-of-requests.js';
import { ReplacementNotices1764003400000 } from './migrations/1764003400000-replacement-notices.js';
import { ClosedDepartments1764003500000 } from './migrations/1764003500000-closed-departments.js';

/** Every migration, in order: the only way the schema changes. */
export const MIGRATIONS = [
  FirstTables1764000000000,
  ProcessSearch1764000100000,
  LetterOpenings1764000200000,
  Lots1764000300000,
  LinksAndMessages1764000400000,
  Requalifications1764000500000,
  WordFamilies1764000600000,
  LettersThatAreNoReply1764000700000,
  WaitingCases1764000800000,
  SheetReports1764000900000,
  SavedViewRanks1764001000000,
  SetAsidesAndSplits1764001210000,
  Callbacks1764001220000,
  CatalogUses1764001230000,
  CitizenSheets1764001300000,
  CitizenMerges1764001400000,
  Privacy1764001500000,
  TownSettings1764002000000,
  ProcessTrials1764002100000,
  LastAccesses1764002200000,
  CalendarFeeds1764002300000,
  ArretesOfDelegations1764002400000,
  RectifiedFields1764002500000,
  PhoneUploads1764002600000,
  PhoneUploadFiles1764002610000,
  PointsOfDocuments1764002620000,
  Notifications1764002700000,
  FileScans1764002710000,
  DistinctCases1764002800000,
  FollowersOfCases1764002810000,
  NotificationChannels1764002900000,
  PartialAbsences1764002910000,
  GroupsOfLists1764003200000,
  StreetsOfRequests1764003210000,
  ReplacementNotices1764003400000,
  ClosedDepartments1764003500000,
];
