/** What the bytes 0x80 to 0xFF stand for in Windows-1256, as code points in hexadecimal, sixteen a line. */
const UPPER = `
20ac 067e 201a 0192 201e 2026 2020 2021 02c6 2030 0679 2039 0152 0686 0698 0688
06af 2018 2019 201c 201d 2022 2013 2014 06a9 2122 0691 203a 0153 200c 200d 06ba
00a0 060c 00a2 00a3 00a4 00a5 00a6 00a7 00a8 00a9 06be 00ab 00ac 00ad 00ae 00af
00b0 00b1 00b2 00b3 00b4 00b5 00b6 00b7 00b8 00b9 061b 00bb 00bc 00bd 00be 061f
06c1 0621 0622 0623 0624 0625 0626 0627 0628 0629 062a 062b 062c 062d 062e 062f
0630 0631 0632 0633 0634 0635 0636 00d7 0637 0638 0639 063a 0640 0641 0642 0643
00e0 0644 00e2 0645 0646 0647 0648 00e7 00e8 00e9 00ea 00eb 0649 064a 00ee 00ef
064b 064c 064d 064e 00f4 064f 0650 00f7 0651 00f9 0652 00fb 00fc 200e 200f 06d2`;

/** The UTF-16 unit of each byte in Windows-1256, the code page of older Arabic sites and editors. */
export const WINDOWS_1256: Uint16Array = Uint16Array.from([
  ...Array.from({ length: 128 }, (_, byte) => byte),
  ...UPPER.trim()
    .split(/\s+/)
    .map((code) => Number.parseInt(code, 16)),
]);
