/** What a choice of files offers; the server looks at what is in them. */
export const ACCEPTED_FILES = '.pdf,.jpg,.jpeg,.png,.webp,.heic,.odt,.docx,.ods,.xlsx,.txt';

/** The body of a route that takes one file. */
export function oneFile(file: File): FormData {
  const form = new FormData();
  form.append('file', file);
  return form;
}
