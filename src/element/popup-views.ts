/** The views of the other modes, which only elements with such a mode load, together with the search box. */
import { DialogView } from './dialog-view.ts'
import { ListView } from './list-view.ts'

export const POPUP_VIEWS = { list: ListView, dialog: DialogView }
