/** Where the web application starts. */

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { Application } from './application.tsx';
import './styles/tokens.css';
import './styles/base.css';
import './styles/masthead.css';
import './styles/chronicle.css';
import './styles/filters.css';
import './styles/reader.css';
import './styles/claims.css';
import './styles/trees.css';
import './styles/tables.css';
import './styles/print.css';

const root = document.getElementById('application');
if (root === null) throw new Error('index.html holds no element "application"');
createRoot(root).render(
  <StrictMode>
    <Application />
  </StrictMode>,
);
