/** Owns marking the Chinese in an English text: clauses and names have one language. */
import { Fragment } from 'react';
import { useLanguage } from '../../language';

export function Mixed({ text }: { readonly text: string }) {
  const { language } = useLanguage();
  if (language === 'zh' || !/\p{Script=Han}/u.test(text)) return <>{text}</>;
  const parts = text.split(/(\p{Script=Han}[\p{Script=Han}\p{P}\d]*)/u);
  return parts.map((part, index) => {
    const key = index;
    return index % 2 === 1 ? (
      <span key={key} lang="zh-CN">
        {part}
      </span>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
}
