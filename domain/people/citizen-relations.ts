/** The team of ambassadors: takes requests, follows cases for citizens, finds the right department again. */
export const CITIZEN_RELATIONS = { department: 'grc', team: 'grc.ambassadeurs' } as const;
