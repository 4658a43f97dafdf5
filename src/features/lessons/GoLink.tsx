import type { ComponentProps } from 'react';
import { goToPage } from '../../session/place.ts';
import { inPage } from '../../ui/click.ts';

/** A link within the site that does not load the page anew: what is only in memory stays. */
export function GoLink({ href, children, ...rest }: ComponentProps<'a'> & { readonly href: string }) {
  return (
    <a href={href} {...rest} onClick={inPage(() => goToPage(href))}>
      {children}
    </a>
  );
}
