/** A progress bar on the terminal; a line every tenth of the way where the output is a file. `end` leaves the line. */
export function bar(total: number): { readonly step: (faults: number) => void; readonly end: () => void } {
  const { stderr } = process;
  const WIDTH = 32;
  let done = 0;
  let shown = -1;
  return {
    step: (faults) => {
      done++;
      const share = done / total;
      const told = `${done}/${total}${faults === 0 ? '' : `, ${faults} bad`}`;
      if (stderr.isTTY) {
        const filled = Math.round(share * WIDTH);
        stderr.write(`\r[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${told} `);
      } else if (Math.floor(share * 10) > shown) {
        shown = Math.floor(share * 10);
        stderr.write(`${told}\n`);
      }
    },
    end: () => {
      if (stderr.isTTY && total > 0) stderr.write('\n');
    },
  };
}
