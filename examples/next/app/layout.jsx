export const metadata = { title: 'La Gazette du val' }

export default function Layout({ children }) {
  return (
    <html lang="fr">
      <body>{children}</body>
    </html>
  )
}
