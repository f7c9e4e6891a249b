/** Why a sign-in did not succeed. */
export type SignInFault =
  'expired' | 'not-fresh' | 'other-person' | 'refused' | 'unknown-person' | 'wrong-organisation';

/** Thrown while a sign-in comes back; shown as a French page, since a person and not a program is waiting. */
export class SignInFailed extends Error {
  override readonly name = 'SignInFailed';

  constructor(readonly fault: SignInFault) {
    super(fault);
  }
}

/** What the page says, by reason. */
export const SIGN_IN_FAULTS: Readonly<Record<SignInFault | 'cancelled' | 'unavailable' | 'unexpected', string>> = {
  cancelled: 'Vous avez interrompu la connexion, ou le fournisseur d’identité l’a refusée.',
  expired: 'Cette page de connexion est trop ancienne, ou a été ouverte dans un autre navigateur.',
  'not-fresh': 'Le fournisseur d’identité n’a pas vérifié de nouveau qui vous êtes : la signature n’est pas possible.',
  'other-person': 'Vous vous êtes authentifié avec un autre compte que celui de votre session.',
  refused: 'Le niveau de garantie de votre authentification ne suffit pas.',
  unavailable: 'Le fournisseur d’identité ne répond pas. Réessayez dans quelques instants.',
  unexpected: 'La connexion n’a pas abouti. Recommencez ; si cela se répète, prévenez l’administration de Parvis.',
  'unknown-person': 'Votre compte n’est pas connu de Parvis. Demandez à l’administration de Parvis de vous y inscrire.',
  'wrong-organisation': 'Votre compte appartient à un organisme qui n’utilise pas ce Parvis.',
};
