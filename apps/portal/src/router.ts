import type { Act } from '@bienfonde/domain'
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { loadSession } from './access/loadSession.ts'
import { landingOf, mayEnter } from './access/places.ts'
import { firstSectionOf } from './administration/sections.ts'
import { guideOf, guideRoutes } from './help/guides.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** What somebody must be able to do to enter; without it the page is open to nobody in particular. */
    acts?: readonly Act[]
    open?: boolean
  }
}

/** One page with or without a step open: the dossier stays on screen while steps come and go. */
const dossierPage = () => import('./pages/DossierPage.vue')

const accountPage = () => import('./pages/administration/StaffAccountPage.vue')
const sectorPage = () => import('./pages/administration/SectorPage.vue')
const managed = { acts: ['MANAGE_SETTINGS'] as const }

const administrationRoutes: RouteRecordRaw[] = [
  {
    path: 'personnel',
    component: () => import('./pages/administration/StaffPage.vue'),
    meta: { acts: ['MANAGE_STAFF'] },
  },
  { path: 'personnel/nouveau', component: accountPage, meta: { acts: ['MANAGE_STAFF'] } },
  { path: 'personnel/:id', component: accountPage, props: true, meta: { acts: ['MANAGE_STAFF'] } },
  { path: 'secteurs', component: () => import('./pages/administration/SectorsPage.vue'), meta: managed },
  { path: 'secteurs/nouveau', component: sectorPage, meta: managed },
  { path: 'secteurs/:code', component: sectorPage, props: true, meta: managed },
  { path: 'engagements', component: () => import('./pages/administration/RulesPage.vue'), meta: managed },
  { path: 'calendrier', component: () => import('./pages/administration/CalendarPage.vue'), meta: managed },
  { path: 'coordonnees', component: () => import('./pages/administration/ContactsPage.vue'), meta: managed },
  { path: 'conservation', component: () => import('./pages/administration/RetentionRulesPage.vue'), meta: managed },
  { path: 'lettres', component: () => import('./pages/administration/LetterTemplatesPage.vue'), meta: managed },
  {
    path: 'lettres/:code',
    component: () => import('./pages/administration/LetterTemplatePage.vue'),
    props: true,
    meta: managed,
  },
  { path: 'editions', component: () => import('./pages/administration/EditionsPage.vue'), meta: managed },
  {
    path: 'journal',
    component: () => import('./pages/administration/AdministrationJournalPage.vue'),
    meta: { acts: ['READ_ADMINISTRATION'] },
  },
]

const communicationPage = () => import('./pages/registers/CommunicationPage.vue')
const incidentPage = () => import('./pages/registers/IncidentPage.vue')
const kept = { acts: ['DECIDE'] as const }

const registerRoutes: RouteRecordRaw[] = [
  { path: 'ouvertures', component: () => import('./pages/registers/OpeningsPage.vue') },
  { path: 'communications', component: () => import('./pages/registers/CommunicationsPage.vue') },
  { path: 'communications/nouvelle', component: communicationPage, meta: kept },
  { path: 'communications/:number', component: communicationPage, props: true, meta: kept },
  { path: 'incidents', component: () => import('./pages/registers/IncidentsPage.vue') },
  { path: 'incidents/nouveau', component: incidentPage, meta: kept },
  { path: 'incidents/:number', component: incidentPage, props: true, meta: kept },
  { path: 'conservation', component: () => import('./pages/registers/RetentionPage.vue') },
]

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'home', component: () => import('./pages/NoAccessPage.vue') },
    { path: '/connexion', name: 'signIn', component: () => import('./pages/SignInPage.vue'), meta: { open: true } },
    { path: '/connexion/refaite', component: () => import('./pages/SignedAgainPage.vue') },
    { path: '/aujourdhui', component: () => import('./pages/TodayPage.vue'), meta: { acts: ['PREPARE'] } },
    {
      path: '/dossiers',
      component: () => import('./pages/CaseloadPage.vue'),
      meta: { acts: ['READ_CASELOAD'] },
    },
    { path: '/dossiers/:id', name: 'dossier', component: dossierPage, props: true, meta: { acts: ['READ_DOSSIER'] } },
    {
      path: '/dossiers/:id/etapes/:step/:document?',
      name: 'step',
      component: dossierPage,
      props: true,
      meta: { acts: ['READ_DOSSIER'] },
    },
    {
      path: '/dossiers/:id/remise',
      component: () => import('./pages/PersonFilePage.vue'),
      props: true,
      meta: { acts: ['PREPARE'] },
    },
    {
      path: '/dossiers/:id/acces',
      component: () => import('./pages/AccessesPage.vue'),
      props: true,
      meta: { acts: ['READ_OPENINGS'] },
    },
    {
      path: '/plaintes/nouvelle',
      component: () => import('./pages/NewComplaintPage.vue'),
      meta: { acts: ['REGISTER'] },
    },
    { path: '/envois', component: () => import('./pages/DispatchesPage.vue'), meta: { acts: ['PREPARE'] } },
    { path: '/suivis', component: () => import('./pages/FollowUpsPage.vue'), meta: { acts: ['READ_CASELOAD'] } },
    {
      path: '/consultations',
      component: () => import('./pages/ConsultationsPage.vue'),
      meta: { acts: ['READ_CONSULTATIONS'] },
    },
    {
      path: '/verification',
      component: () => import('./pages/VerificationPage.vue'),
      meta: { acts: ['VERIFY_JOURNAL'] },
    },
    {
      path: '/registres',
      component: () => import('./pages/RegistersPage.vue'),
      meta: { acts: ['READ_OPENINGS'] },
      redirect: '/registres/ouvertures',
      children: registerRoutes,
    },
    {
      path: '/statistiques',
      component: () => import('./pages/StatisticsPage.vue'),
      meta: { acts: ['READ_STATISTICS'] },
    },
    {
      path: '/administration',
      name: 'administration',
      component: () => import('./pages/AdministrationPage.vue'),
      meta: { acts: ['MANAGE_STAFF', 'READ_ADMINISTRATION'] },
      children: administrationRoutes,
    },
    {
      path: '/statistiques/explorateur',
      component: () => import('./pages/StatisticsExplorerPage.vue'),
      meta: { acts: ['READ_STATISTICS'] },
    },
    {
      path: '/statistiques/rapport',
      component: () => import('./pages/AnnualReportPage.vue'),
      meta: { acts: ['READ_STATISTICS'] },
    },
    {
      path: '/statistiques/editions',
      component: () => import('./pages/FrozenEditionsPage.vue'),
      meta: { acts: ['READ_STATISTICS'] },
    },
    {
      path: '/statistiques/editions/:id',
      component: () => import('./pages/FrozenEditionPage.vue'),
      props: true,
      meta: { acts: ['READ_STATISTICS'] },
    },
    {
      path: '/jetons',
      component: () => import('./pages/PersonalTokensPage.vue'),
      meta: { acts: ['READ_STATISTICS'] },
    },
    { path: '/second-facteur', component: () => import('./pages/SecondFactorPage.vue') },
    { path: '/mot-de-passe', component: () => import('./pages/PasswordPage.vue') },
    { path: '/protecteur', component: () => import('./pages/OmbudsmanPage.vue'), meta: { acts: ['READ_PACKAGES'] } },
    { path: '/aide', name: 'help', component: () => import('./pages/NotFoundPage.vue') },
    ...guideRoutes,
    { path: '/acces', name: 'noAccess', component: () => import('./pages/NoAccessPage.vue') },
    { path: '/:rest(.*)*', component: () => import('./pages/NotFoundPage.vue'), meta: { open: true } },
  ],
  // An address that names a line of the list is scrolled to it by the list itself.
  scrollBehavior: (to, from, saved) => {
    if (to.query.ligne) return false
    if (to.hash) return saved ?? { el: to.hash, top: 16 }
    return saved ?? (to.path === from.path ? false : { top: 0 })
  },
})

router.beforeEach(async to => {
  const person = await loadSession().catch(() => undefined)
  if (to.meta.open) return to.name === 'signIn' && person && !to.query.retour ? landingOf(person.role) : true
  if (!person) return { name: 'signIn', query: { retour: to.fullPath }, replace: true }
  if (to.name === 'home') return landingOf(person.role)
  if (to.name === 'administration') return firstSectionOf(person.role)
  if (to.name === 'help') return guideOf[person.role]
  return !to.meta.acts || mayEnter(person.role, to.meta.acts) ? true : { name: 'noAccess' }
})

// Whoever reads a list opens one of its dossiers next: the page is fetched meanwhile. A failure is told when it is opened.
router.afterEach(({ path }) => {
  if (path === '/dossiers' || path === '/aujourdhui') setTimeout(() => dossierPage().catch(() => undefined), 300)
})
