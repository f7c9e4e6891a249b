import { REPLY_CHANNEL_WORDS } from '../../../../domain/text/case-words.js';
import type { ProcessSheetDto, ReceiptDto } from '../../api/schema/types.generated.js';
import { dayAndMonth } from '../../text/format.js';
import type { DeskView } from '../desk/desk-view.js';
import { replyChannelOf, type RequestForm } from './request-form.js';

interface TakenDown {
  readonly form: RequestForm;
  readonly sheet: ProcessSheetDto | undefined;
  readonly receipt: ReceiptDto | undefined;
}

/** What the citizen at the counter reads of their request; nothing for one that comes another way. */
export function deskViewOf({ form, sheet, receipt }: TakenDown): DeskView | undefined {
  if (form.channel !== 'frontDesk') return undefined;
  const { place, words, processTitle = '' } = form;
  const facts: DeskView['facts'] = [
    ['Objet', receipt?.title ?? processTitle],
    ['Vos mots', words],
    ...citizenFacts(form),
    ['Lieu', place.text],
    ['Réponse', REPLY_CHANNEL_WORDS[replyChannelOf(form)]],
  ];
  const promisedOn = receipt?.promisedOn ?? sheet?.promisedNow.promisedOn;
  return {
    facts: facts.filter(([, text]) => text.trim() !== ''),
    ...(promisedOn === undefined ? {} : { promise: `Réponse au plus tard le ${dayAndMonth(promisedOn)}.` }),
    ...(receipt === undefined ? {} : { recorded: receipt }),
  };
}

function citizenFacts({ citizen }: RequestForm): DeskView['facts'] {
  if (citizen.kind === 'unset' || citizen.kind === 'anonymous') return [];
  const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');
  return [
    ['Pour', joined(citizen.firstName, citizen.lastName)],
    ['Téléphone', citizen.phone],
    ['Courriel', citizen.email],
    ['Adresse', joined(citizen.street, citizen.postalCode, citizen.city)],
  ];
}
