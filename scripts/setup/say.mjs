/** @param {string} text a heading, set off so that it can be found in a long log */
export function heading(text) {
  console.log(`\n── ${text} ${'─'.repeat(Math.max(3, 60 - text.length))}`);
}

/**
 * Says one thing in the two languages of the project.
 * @param {string} arabic
 * @param {string} english
 */
export function say(arabic, english) {
  console.log(`${arabic}\n${english}`);
}

/** @param {number} milliseconds */
export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;
