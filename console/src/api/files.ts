const EVERYWHERE = '.pdf,.jpg,.jpeg,.png,.webp,.odt,.docx,.ods,.xlsx,.txt';

/** What a choice of files offers; the server looks at what is in them. */
export const ACCEPTED_FILES = `${EVERYWHERE},.heic`;

/** The same for a page that citizens or agents open on a telephone: one that is not asked for HEIC sends a JPEG, which every screen shows. */
export const PHONE_FILES = EVERYWHERE;
export const PHONE_PICTURES = 'image/jpeg,image/png,image/webp';

/** The body of a route that takes one file. */
export function oneFile(file: File): FormData {
  const form = new FormData();
  form.append('file', file);
  return form;
}
