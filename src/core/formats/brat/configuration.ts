/** The configuration that brat needs beside the annotation: which types there are, and that the script runs from the right. */
import { kinds, verbClasses } from '../../dataset/schema.ts';
import { entityNames } from './names.ts';

export const annotationConf = `# Isnād: quotations, and the entities that speak, are spoken to and are spoken about.
[entities]
${Object.values(entityNames).join('\n')}
Cue
Source

[relations]

[events]
Quotation\tCue*:Cue, Source?:Source, Speaker?:<ENTITY>, Addressee?:<ENTITY>, About*:<ENTITY>, Parent?:Quotation

[attributes]
Kind\tArg:<EVENT>, Value:${kinds.join('|')}
Verb\tArg:<EVENT>, Value:${verbClasses.join('|')}
By\tArg:<EVENT>, Value:editor|rule|reader
`;

export const visualConf = `[labels]
Quotation | مقتبس | Quotation | Q
Cue | فعل القول | Cue | C
Source | المصدر | Source | S
Speaker | القائل | Speaker
Addressee | المخاطَب | Addressee
About | عن | About
Parent | داخل | Parent

[drawing]
SPAN_DEFAULT\tfgColor:black, bgColor:#e8e8e8, borderColor:darken
ARC_DEFAULT\tcolor:black, arrowHead:triangle-5
Quotation\tbgColor:#cfe6ff
Cue\tbgColor:#ffe3b0
Source\tbgColor:#d5f0d0

[options]
Arcs bundle:none
Text direction:rtl
`;
