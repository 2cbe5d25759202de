/** Takes away what the pages of queries remembered for somebody who has signed out: the next at this browser is somebody else. */
for (const key of ['herald-adql-history', 'herald-adql-jobs']) localStorage.removeItem(key);
