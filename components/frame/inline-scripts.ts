/**
 * The two scripts that must run before the first paint, so that neither the theme nor the times flash.
 * They are constants, so that a content security policy can name their hashes.
 */
export const themeScript =
  'try{var r=document.documentElement,t=localStorage.theme,s=localStorage.textSize;r.dataset.script="";' +
  'if(t==="light"||t==="dark")r.dataset.theme=t;if(s)r.dataset.textSize=s}catch(e){}';

/** Turns exact UTC times into words ("3 h ago") on the reader's own clock; the exact local time stays as a title. */
export const timeScript =
  'for(const t of document.querySelectorAll("time[data-ago]")){const d=new Date(t.dateTime),m=(Date.now()-d)/6e4;' +
  "t.title=d.toLocaleString([],{dateStyle:'long',timeStyle:'short'});" +
  'if(m<1)t.textContent="Just now";else if(m<60)t.textContent=Math.floor(m)+" min ago";' +
  'else if(m<1440)t.textContent=Math.floor(m/60)+" h ago";else if(m<2880)t.textContent="Yesterday"}';
