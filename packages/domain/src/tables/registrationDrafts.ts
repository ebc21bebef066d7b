/** How many registrations one person may leave unfinished. */
export const mostDrafts = 20

/** How long an unfinished registration may be, in characters, as the page writes it down. */
export const draftLength = 60_000

/** For how many days an unfinished registration is kept after the last word: an example, until the ministry fixes its own. */
export const exampleDraftDays = 7
