import { duration } from './duration.mjs';

const shortest = 1_000;
const longest = 30_000;
/** One that lived this long is taken to have been well. */
const healthyAfter = 60_000;

/**
 * Starts again what dies, waiting longer each time it dies young.
 * @param {readonly import('./child.mjs').Child[]} children
 * @param {import('./steps.mjs').Steps} steps
 * @returns {() => undefined} stops watching
 */
export function superviseParts(children, steps) {
  let watching = true;
  for (const child of children) {
    let pause = shortest;
    let since = Date.now();
    child.onDeath = (_child, reason) => {
      if (!watching) return;
      pause = Date.now() - since > healthyAfter ? shortest : Math.min(pause * 2, longest);
      steps.say(
        `⚠ ${child.name} s’est arrêté (${reason}) : nouvel essai dans ${duration(pause)}. Journal : ${child.log}`,
      );
      setTimeout(() => {
        if (!watching || child.alive) return;
        since = Date.now();
        child.start().then(
          () => {
            steps.say(`✔ ${child.name} est reparti.`);
          },
          () => {
            // It died again: onDeath has already said so and will try again.
          },
        );
      }, pause);
    };
  }
  return () => {
    watching = false;
  };
}
