// Every process is its own workflow type, and none has a function of its own: all are served by the default export.
// Nothing else is exported here: each exported function would be a workflow type that anyone could start.
export { runCase as default } from './case/run-case.js';
