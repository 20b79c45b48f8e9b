export { ArticleList } from './ArticleList.tsx';
export { ArticleReader } from './ArticleReader.tsx';
