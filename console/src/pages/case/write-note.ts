/** State of an address that was asked for to write a note: its field takes the focus. */
export const WRITE_NOTE = { writeNote: true };
