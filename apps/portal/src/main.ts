import '@bienfonde/ui/tokens.css'
import '@bienfonde/ui/fonts.css'
import '@bienfonde/ui/base.css'
import { createApp } from 'vue'
import App from './App.vue'
import { watchSession } from './access/watchSession.ts'
import { watchLive } from './live/watchLive.ts'
import { router } from './router.ts'

watchSession(router)
watchLive()
createApp(App).use(router).mount('#app')
