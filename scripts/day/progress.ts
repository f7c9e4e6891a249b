const CLEAR = '\r\u001b[2K';
const TELL_EVERY = 5_000;

/** Says how far the day has come: on a line that turns on a terminal, every five seconds in a log. */
export class Progress {
  private shown = '';
  private toldAt = 0;

  constructor(private readonly out: NodeJS.WriteStream = process.stdout) {}

  count(what: string, done: number, of: number): void {
    this.shown = `… ${what} : ${String(done)} sur ${String(of)}`.replace(' :', '\u00a0:');
    if (this.out.isTTY) this.out.write(`${CLEAR}${this.shown}`);
    else if (Date.now() - this.toldAt > TELL_EVERY || done === of) {
      this.toldAt = Date.now();
      this.out.write(`${this.shown}\n`);
    }
  }

  /** A line of its own. */
  say(text: string): void {
    this.out.write(this.out.isTTY ? `${CLEAR}${text}\n${this.shown}` : `${text}\n`);
  }

  end(): void {
    if (this.out.isTTY) this.out.write(CLEAR);
    this.shown = '';
  }
}
