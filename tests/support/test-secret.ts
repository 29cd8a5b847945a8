/** AUTH_SECRET of the tests' installs, where a test sets no other: the template's body key is made from it. */
export const testSecret = "x".repeat(40);
