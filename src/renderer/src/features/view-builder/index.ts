export { ViewBuilder } from './ViewBuilder.tsx';
