/** For tiers that start processes or browsers: Jest reads `testTimeout` for a whole run only, not for one project. */
jest.setTimeout(120_000);
