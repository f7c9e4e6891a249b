import { FileDocuments } from '../adapters/file-documents.js';
import { Config } from '../config/env.js';

/** The folder of documents, for the API and for the worker. */
export const FILE_DOCUMENTS = {
  provide: FileDocuments,
  inject: [Config],
  useFactory: ({ DOCUMENTS_DIR }: Config): FileDocuments => new FileDocuments({ folder: DOCUMENTS_DIR }),
};
