/** Removes what a reader never sees as text: scripts, styles, form controls, drawings, embedded pages. */

import type { Remover } from './remover.ts';

const MACHINERY =
  'script,style,noscript,svg,iframe,object,embed,applet,canvas,select,input,textarea,datalist,dialog,audio,video,math,title,meta,link,base,' +
  'amp-ad,amp-analytics,amp-sidebar,amp-consent,amp-user-notification,amp-social-share,amp-embed';

export const removeMachinery: Remover = {
  name: 'machinery',
  remove: ({ body }) => {
    openShadowTemplates(body);
    for (const element of body.querySelectorAll(MACHINERY)) element.remove();
  },
};

/** A template that declares a shadow root is shown by the browser; every other one is a mould and not shown. */
function openShadowTemplates(body: Parameters<Remover['remove']>[0]['body']): void {
  for (const template of body.getElementsByTagName('template')) {
    if (!template.hasAttribute('shadowrootmode')) template.remove();
  }
}
