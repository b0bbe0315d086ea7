/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-heading-words.h: the words over columns and what they mean: a constant
 * table for hw-heading.c alone. Phrases are in small letters without accents,
 * '|' between them; the first role that fits a phrase is taken first.
 * English, German, French, Spanish, Italian, Dutch, Portuguese; the commonest
 * also in Swedish, Danish, Norwegian, Polish and Czech.
 */
#pragma once

#include "import/hw-heading.h"

static const struct
{
  HwRole      role;
  const char *phrases;
} heading_words[] = {
  { HW_ROLE_DATE,
    "date|day|order date|sale date|sales date|date of sale|sold on|date sold|invoice date|transaction date|created at|created|created on|"
    "date created|business date|receipt date|posted date|posted date time|posting date|purchase date|ordered at|order placed|txn date|date time|datetime|timestamp|zeitstempel|horodateur|marca temporal|informazioni cronologiche|tijdstempel|carimbo de data hora|"
    "booking date|booked on|booked at|entry date|value booked|shift date|work date|date worked|reading date|date read|count date|survey date|answered on|buchungstag|buchung|fecha operacion|fecha de operacion|data operazione|data contabile|boekdatum|boekingsdatum|bogforingsdato|bokforingsdag|bokforingsdatum|data ksiegowania|data operacji|datum zauctovani|rekningdato|schichtdatum|arbeitstag|ablesedatum|order date time|created date|date ordered|opened|opened at|opened on|opening time|geoffnet|geoffnet am|check date|ticket date|bill date|purchase time|order created|closed at|week|week starting|month|period|"
    "datum|tag|verkaufsdatum|rechnungsdatum|bestelldatum|belegdatum|buchungsdatum|kaufdatum|auftragsdatum|verkauft am|bestellt am|erstellt am|bondatum|datum uhrzeit|datum zeit|datum und uhrzeit|monat|woche|leistungsdatum|"
    "date de vente|date commande|date de commande|date facture|date de facture|date facturation|jour|date de creation|date achat|date operation|date du ticket|mois|"
    "fecha|fecha de venta|fecha venta|fecha pedido|fecha de pedido|fecha factura|fecha de factura|dia|fecha compra|fecha de creacion|fecha y hora|fecha hora|mes|"
    "data|data vendita|data di vendita|data ordine|data fattura|data documento|giorno|data e ora|data scontrino|mese|data emissione|"
    "verkoopdatum|factuurdatum|besteldatum|orderdatum|dag|datum verkoop|aankoopdatum|bondatum|maand|"
    "data da venda|data venda|data do pedido|data pedido|data fatura|data da fatura|data de venda|data compra|data de emissao|data sprzedazy|data wystawienia|data zamowienia|data transakcji|forsaljningsdatum|fakturadatum|ordredato|salgsdato|fakturadato|dato|datum prodeje|datum vystaveni|datum objednavky|trans date" },
  { HW_ROLE_DATE_OTHER,
    "due date|duedate|paid at|paid date|date paid|paid on date|payment date|shipped date|ship date|shipped|required date|delivery date|fulfilled at|sent date|settlement start date|"
    "settlement end date|deposit date|updated at|modified|last updated|date modified|valid from|valid until|expiry date|next payment due at|value date|completed date|processed at|refund date|"
    "value date|f valor|fec valor|completed date|valuta|wertstellung|wertstellungstag|valutadatum|date valeur|date de valeur|fecha valor|data valuta|rentedatum|data do balancete|settled date|settlement date|started date|clearing date|delivered at|delivered on|date shipped|last order date|last sale|last sold|first order|birthday|date of birth|"
    "falligkeitsdatum|faellig am|fallig am|lieferdatum|versanddatum|bezahlt am|zahlungsdatum|geandert am|gultig bis|zahlungseingang|"
    "date echeance|date d echeance|echeance|date de livraison|date livraison|date de paiement|date paiement|fecha vencimiento|fecha de vencimiento|fecha entrega|fecha de entrega|fecha de pago|fecha pago|"
    "data scadenza|scadenza|data consegna|data pagamento|vervaldatum|leverdatum|betaaldatum|verzenddatum|data de vencimento|data vencimento|data de entrega|data entrega|data de pagamento" },
  { HW_ROLE_TIME,
    "time|hour|order time|sale time|time of sale|transaction time|uhrzeit|zeit|verkaufszeit|heure|hora|ora|orario|tijd|tijdstip|hora da venda|hora venta|heure de vente|tid|godzina|czas|cas|klokkeslett|tidspunkt" },
  { HW_ROLE_ORDER,
    "order|order id|order nr|order number|order no|orderno|order ref|order reference|invoice|invoice id|invoice nr|invoice no|invoice number|receipt|receipt id|receipt nr|receipt no|receipt number|"
    "transaction|transaction id|transaction nr|transaction no|transaction number|sale id|sale nr|sale number|sale no|ticket|ticket id|ticket nr|ticket number|bill nr|bill no|bill number|check id|check nr|check number|"
    "document number|document nr|doc nr|num|basket id|cart id|purchase id|amazon order id|merchant order id|sales order|sales receipt|txn id|reference|ref|ref nr|po number|"
    "rechnung|rechnungsnummer|rechnungsnr|rechnung nr|bestellnummer|bestellnr|bestellung|bestell nr|auftrag|auftragsnummer|auftragsnr|auftrags nr|beleg|belegnummer|belegnr|beleg nr|bon|bonnummer|bonnr|bon nr|bon id|kassenbon|vorgangsnummer|transaktion|transaktionsnummer|vorgang|kassenbeleg|"
    "commande|nr commande|numero commande|numero de commande|nr de commande|facture|nr facture|numero facture|numero de facture|nr de facture|nr ticket|numero ticket|numero de ticket|"
    "pedido|nr pedido|numero pedido|numero de pedido|factura|nr factura|numero factura|numero de factura|nr de pedido|nr de factura|recibo|"
    "ordine|nr ordine|numero ordine|fattura|nr fattura|numero fattura|scontrino|nr scontrino|numero scontrino|numero documento|nr documento|"
    "bestelling|bestelnummer|factuur|factuurnummer|factuurnr|bonnummer|ordernummer|transactienummer|kassabon|"
    "fatura|nr fatura|numero da fatura|numero do pedido|venda|id venda|numero da venda|nota fiscal|id pedido|id da venda|kvitto|kvittonr|kvittonummer|fakturanr|fakturanummer|ordrenr|ordrenummer|kvittering|bonnr|nr paragonu|paragon|nr faktury|numer faktury|nr zamowienia|numer zamowienia|cislo objednavky|cislo dokladu|uctenka|cislo faktury|doklad|trans nr|trans no|trans id" },
  { HW_ROLE_SKU,
    "sku|item sku|product sku|variant sku|lineitem sku|line item sku|product id|productid|product code|productcode|product number|product nr|product no|item id|item code|item number|item no|stock code|stockcode|article number|article nr|article code|"
    "article id|article no|part number|part no|part nr|plu|plu code|barcode|ean|ean code|gtin|upc|inventory item code|asin|seller sku|merchant sku|model|model number|stock nr|material|material number|style number|code article|"
    "artikelnummer|artikelnr|artikel nr|art nr|artnr|artikel id|artikelcode|produktnummer|produktnr|produkt nr|produkt id|produktcode|warennummer|bestellnummer lieferant|sachnummer|"
    "reference article|ref article|ref produit|reference produit|reference|code produit|id produit|code barre|code barres|"
    "codigo|codigo producto|codigo de producto|codigo articulo|codigo de articulo|referencia|cod articulo|cod producto|id producto|codigo de barras|ref producto|"
    "codice|codice articolo|codice prodotto|cod articolo|cod prodotto|codice a barre|id prodotto|cod art|"
    "artikelnr|artikelnummer|artikel nummer|productnummer|productcode|streepjescode|codigo do produto|codigo produto|cod produto|id produto|id do produto|referencia do produto|varenummer|varenr|artnr|kod towaru|kod produktu|indeks|kod|kod zbozi|cislo zbozi|kod vyrobku" },
  { HW_ROLE_ITEM,
    "item|items|item name|product|product name|productname|product title|item title|lineitem name|line item name|line item|lineitem title|menu item|article|article name|goods|item description|product description|product service|product services|products|"
    "name of product|name of item|item sold|product sold|service|dish|sku name|variant name|listing title|title|menu item name|inventory item|item purchased|stock item|part name|"
    "artikel|artikelname|artikelbezeichnung|artikeltext|artikel bezeichnung|artikelbeschreibung|produkt|produktname|produktbezeichnung|ware|bezeichnung|warenbezeichnung|position|leistung|gericht|speise|artikel name|"
    "article|produit|nom produit|nom du produit|nom article|nom de l article|designation|libelle|libelle article|libelle produit|designation article|prestation|plat|intitule|"
    "producto|articulo|nombre producto|nombre del producto|nombre de producto|nombre articulo|nombre del articulo|denominacion|descripcion producto|descripcion articulo|descripcion del producto|plato|"
    "prodotto|articolo|nome prodotto|nome articolo|nome del prodotto|descrizione articolo|descrizione prodotto|piatto|denominazione|voce|"
    "product|productnaam|artikel|artikelnaam|artikelomschrijving|productomschrijving|gerecht|naam product|"
    "produto|nome do produto|nome produto|artigo|item vendido|prato|descricao do produto|descricao produto|mercadoria|artikelbenamning|vara|varunamn|benamning|produktnamn|vare|varenavn|produktnavn|varetekst|towar|nazwa towaru|nazwa produktu|nazwa|produkt nazwa|nazwa artykulu|zbozi|nazev|nazev zbozi|nazev produktu|nazev polozky|polozka|vyrobek|product service name|product service full name|composite name|product s|item s|produkt e|artikel verkauft" },
  { HW_ROLE_NOTE,
    "description|desc|memo description|details|particulars|text|beschreibung|description ligne|descripcion|detalle|concepto|descrizione|dettaglio|"
    "omschrijving|beschrijving|descricao|detalhe|historico" },
  { HW_ROLE_GROUP,
    "product line|product group|product type|product category|item type|style|product family|line|produktlinie|produktgruppe|warengruppe|artikelgruppe|gamme|famille produit|linea de producto|linea prodotto|productgroep|artikelgroep|linha de produto" },
  { HW_ROLE_VARIANT,
    "option1 value|option2 value|option3 value|option 1 value|option 2 value|option 3 value|variant title|variante|variation|variant" },
  { HW_ROLE_HANDLE, "handle|parent sku|parent id|product handle" },
  { HW_ROLE_CATEGORY,
    "category|categories|category name|item category|sales category|department|menu group|group|family|type of product|main category|subcategory|sub category|collection|product type|"
    "kategorie|warengruppe|artikelgruppe|produktgruppe|gruppe|sparte|abteilung|hauptgruppe|warengruppenname|categorie|famille|rayon|sous categorie|categoria|familia|seccion|subcategoria|famiglia|reparto|gruppo|sottocategoria|groep|productgroep|artikelgroep|afdeling|"
    "departamento|grupo|category id|varugrupp|varegruppe|kategoria|grupa|kategorie zbozi" },
  { HW_ROLE_QUANTITY,
    "quantity|how many|wie viele|wieviel|combien|cuantos|quanti|hoeveel|qty|qty sold|quantity sold|units|units sold|unit sold|items sold|pieces|pcs|count|lineitem quantity|line item quantity|quantity purchased|sold|nr of items|item quantity|order quantity|quantity ordered|qty ordered|amount sold|no of units|product quantity|item count|item qty|"
    "quantity invoiced|volume|"
    "menge|anzahl|stuck|stueck|stk|stuckzahl|verkaufte menge|verkauft|verkaufsmenge|absatz|absatzmenge|anz|verkaufte stuck|bestellmenge|mengen|verkaufte einheiten|"
    "quantite|qte|nombre|nb|quantite vendue|qte vendue|quantites|unites|unites vendues|quantite commandee|"
    "cantidad|cant|unidades|uds|cantidad vendida|unidades vendidas|piezas|cdad|"
    "quantita|qta|quantita venduta|pezzi|pz|qta venduta|numero pezzi|quant|"
    "aantal|hoeveelheid|stuks|verkocht|aantal verkocht|verkocht aantal|"
    "quantidade|qtd|qtde|quant|unidades vendidas|quantidade vendida|qtd vendida|antal|antall|mangd|kvantitet|maengde|mengde|ilosc|liczba|sztuk|liczba sztuk|mnozstvi|pocet|pocet kusu|kusu|ks|net quantity|net items sold|quantity sold net" },
  { HW_ROLE_STOCK,
    "stock|in stock|on hand|quantity on hand|qty on hand|stock on hand|stock level|stock quantity|stock qty|units in stock|current stock|current quantity|inventory|inventory qty|inventory quantity|variant inventory qty|available|available stock|quantity available|available quantity|closing stock|stock count|counted|counted quantity|qty in stock|quantity in stock|balance on hand|free stock|new quantity|count quantity|"
    "bestand|lagerbestand|lagerstand|ist bestand|istbestand|lagermenge|auf lager|verfugbar|verfugbarer bestand|aktueller bestand|gezahlt|bestandsmenge|inventurmenge|vorrat|menge auf lager|"
    "stock actuel|en stock|quantite en stock|stock disponible|disponible|qte stock|stock reel|quantite stock|"
    "existencias|existencia|stock actual|en existencia|cantidad en stock|inventario|unidades en stock|"
    "giacenza|scorta|scorte|disponibilita|in magazzino|esistenza|giacenza attuale|quantita in magazzino|quantita disponibile|"
    "voorraad|op voorraad|voorraadaantal|huidige voorraad|aantal op voorraad|estoque|em estoque|estoque atual|saldo em estoque|existencia atual|quantidade em estoque|stock atual|em stock|lagersaldo|lagerbeholdning|beholdning|stan magazynowy|stan|na stanie|skladem|stav skladu|pocet na sklade" },
  { HW_ROLE_PRICE,
    "price|price kg|price lb|price hour|preis kg|kilopreis|stundensatz|prix kg|prix au kg|precio kg|prezzo kg|prezzo al kg|unit price|unitprice|price per unit|unit amount|sales price|sale price|selling price|item price|item cost|lineitem price|line item price|variant price|price each|each|retail price|list price|rate|unit rate|regular price|product price|price unit|price ea|net unit price|unit price net|price per item|menu price|unit price excl tax|unit selling price|"
    "preis|einzelpreis|stuckpreis|verkaufspreis|vk|vk preis|e preis|ep|listenpreis|preis pro stuck|preis je stuck|einheitspreis|nettopreis|preis netto|einzelpreis netto|vk netto|vk brutto|bruttopreis|preis brutto|einzelpreis brutto|stk preis|"
    "prix|prix unitaire|pu|prix unitaire ht|pu ht|prix de vente|prix vente|tarif|prix unitaire ttc|prix ht|prix ttc|pu ttc|"
    "precio|precio unitario|precio venta|precio de venta|p unitario|pvp|precio por unidad|precio unidad|valor unitario|"
    "prezzo|prezzo unitario|prezzo di vendita|prezzo vendita|pr unitario|prezzo unit|prezzo netto|listino|"
    "prijs|stukprijs|eenheidsprijs|verkoopprijs|prijs per stuk|prijs per eenheid|preco|preco unitario|preco de venda|preco venda|vlr unitario|preco unit|pris|a pris|styckpris|enhetspris|enhedspris|stykpris|salgspris|cena|cena jednostkowa|cena netto|cena brutto|cena za kus|jednotkova cena|cena sprzedazy|prodejni cena|sales price rate|retail" },
  { HW_ROLE_COST,
    "cost|unit cost|cost price|purchase price|cost per item|cost per unit|buying price|wholesale price|standard cost|average cost|avg cost|supplier price|landed cost|last cost|default unit cost|"
    "einkaufspreis|ek|ek preis|ek netto|einstandspreis|kosten|selbstkosten|einkauf|bezugspreis|prix achat|prix d achat|cout|cout unitaire|cout achat|prix de revient|"
    "coste|costo|coste unitario|costo unitario|precio compra|precio de compra|precio coste|precio de coste|precio costo|costo medio|prezzo acquisto|prezzo di acquisto|prezzo d acquisto|costo unit|"
    "inkoopprijs|kostprijs|inkoop|kosten|custo|custo unitario|preco de custo|preco custo|preco de compra|inkopspris|kostpris|innkjopspris|cena zakupu|nakupni cena|purchase cost|supply price|cost of goods|cogs unit" },
  { HW_ROLE_NET,
    "net sales|net amount|net|net price|net total|total net|line total net|net value|net revenue|amount net|amount excl tax|amount excluding tax|total excl tax|total excluding tax|sales excl tax|line amount net|net line total|total ex tax|total ex vat|ex vat|total excl vat|amount excl vat|revenue net|line net|net line amount|"
    "netto|nettobetrag|betrag netto|nettoumsatz|umsatz netto|netto umsatz|gesamt netto|netto gesamt|summe netto|nettowert|netto betrag|positionsbetrag netto|netto eur|"
    "montant ht|total ht|ht|ca ht|prix total ht|montant net|net ht|ventes nettes|total ligne ht|importe neto|neto|total neto|base imponible|base|ventas netas|total sin iva|importe sin iva|"
    "imponibile|importo netto|totale netto|netto|totale imponibile|vendite nette|nettobedrag|bedrag excl btw|totaal excl btw|netto bedrag|netto omzet|omzet excl btw|excl btw|bedrag exclusief btw|"
    "valor liquido|total liquido|liquido|vendas liquidas|receita liquida|belopp exkl moms|nettobelopp|nettobelob|netto belop|wartosc netto|kwota netto|castka bez dph|celkem bez dph|cena bez dph celkem" },
  { HW_ROLE_LINE,
    "amount|line amount|line total|line item total|linetotal|sales|sales amount|revenue|sale amount|total price|total amount|total sales|turnover|value|sales value|extended price|extended amount|item total|total revenue|total value|sum|takings|daily takings|daily sales|sales of the day|net takings|lineitem total|item revenue|product sales|amount paid|line value|item subtotal|line subtotal|ext price|price total|order item total|total line|"
    "betrag|einnahme|einnahmen|umsatz|tagesumsatz|tagesumsatze|tageseinnahme|tageseinnahmen|kassenumsatz|tageslosung|losung|gesamtumsatz|zwischensumme artikel|artikel zwischensumme|gesamtpreis|gesamtbetrag|summe|erlos|erloes|wert|zeilenbetrag|positionsbetrag|gesamt|warenwert|verkaufserlos|zeilensumme|positionssumme|positionswert|umsatze|endpreis|"
    "montant|chiffre d affaires|ca|prix total|valeur|ventes|montant total|total ligne|montant ligne|recette|recettes|recette du jour|ventes du jour|"
    "importe|importe total|monto|ventas|venta|ingresos|valor|monto total|precio total|total linea|importe linea|facturacion|ventas del dia|venta diaria|ventas diarias|"
    "importo|valore|incasso|fatturato|ricavo|prezzo totale|importo totale|totale riga|vendite|incasso giornaliero|totale vendite|importo riga|"
    "bedrag|omzet|dagomzet|totaalbedrag|regelbedrag|totaalprijs|waarde|regeltotaal|opbrengst|verkopen|"
    "valor total|vendas|receita|montante|faturamento|valor da venda|valor venda|preco total|valor do item|belopp|summa|radsumma|belob|belop|omsattning|omsaetning|omsetning|forsaljning|wartosc|kwota|sprzedaz|castka|celkem|trzba|cena celkem" },
  { HW_ROLE_GROSS,
    "gross sales|gross amount|gross|gross price|gross total|gross revenue|amount incl tax|total incl tax|total incl vat|total including tax|amount incl vat|inc vat|brutto|bruttobetrag|betrag brutto|bruttoumsatz|umsatz brutto|gesamt brutto|summe brutto|brutto umsatz|"
    "montant ttc|total ttc|ttc|ca ttc|prix total ttc|importe bruto|bruto|total con iva|importe con iva|ventas brutas|importo lordo|lordo|totale lordo|totale ivato|vendite lorde|brutobedrag|bruto|bedrag incl btw|totaal incl btw|omzet incl btw|incl btw|valor bruto|total bruto|vendas brutas|receita bruta|bruttobelopp|belopp inkl moms|wartosc brutto|kwota brutto|celkem s dph|castka s dph" },
  { HW_ROLE_TOTAL,
    "total|totals|grand total|total cost|amount total|totale|totaal|total general|insgesamt" },
  { HW_ROLE_ORDER_TOTAL,
    "subtotal|sub total|order total|order subtotal|order total amount|order subtotal amount|order amount|invoice total|invoice amount|transaction total|total order|cart total|receipt total|check total|basket total|total paid|total spent|"
    "order value|zwischensumme|rechnungsbetrag|bestellwert|auftragswert|bonsumme|bestellsumme|rechnungssumme|total commande|sous total|total facture|montant commande|total pedido|total factura|importe pedido|totale ordine|totale fattura|"
    "subtotale|totale documento|totale scontrino|totaal bestelling|factuurbedrag|subtotaal|ordertotaal|total do pedido|valor do pedido" },
  { HW_ROLE_DISCOUNT,
    "discount|discounts|discount amount|lineitem discount|line item discount|line discount|item discount|rabatt|nachlass|rabattbetrag|skonto|remise|reduction|rabais|montant remise|descuento|dto|importe descuento|sconto|korting|desconto|total discount" },
  { HW_ROLE_TAX,
    "tax|taxes|vat|vat amount|tax amount|sales tax|gst|hst|tax 5|line tax|lineitem tax|item tax|tax total|total tax|mwst|ust|steuer|mehrwertsteuer|umsatzsteuer|steuerbetrag|mwst betrag|mw st|u st|tva|montant tva|taxe|iva|impuesto|impuestos|importe iva|imposta|importo iva|btw|btw bedrag|imposto|impostos|icms|moms|mva|vat kwota|podatek|kwota vat|dph" },
  { HW_ROLE_CURRENCY,
    "currency|currency code|ccy|order currency|presentment currency|wahrung|waehrung|devise|monnaie|moneda|divisa|valuta|moeda|curr|price currency" },
  { HW_ROLE_STATUS,
    "status|order status|state|financial status|payment status|sale status|transaction status|invoice status|line status|item status|receipt status|bestellstatus|auftragsstatus|rechnungsstatus|zahlungsstatus|belegstatus|zustand|statut|etat|statut commande|estado|estado pedido|estado del pedido|stato|stato ordine|orderstatus|situacao|status do pedido|status pedido" },
  { HW_ROLE_VOID,
    "void|voided|is void|is voided|cancelled|canceled|is cancelled|is canceled|storniert|storno|annule|anulado|anulada|annullato|geannuleerd|cancelado|deleted|is deleted|void flag|ungultig|refunded|is refunded|makulerad|annulleret" },
  { HW_ROLE_CANCELLED_AT,
    "cancelled at|canceled at|voided at|cancelled on|canceled on|cancelled date|cancel date|void date|cancellation date|storniert am|stornodatum|annule le|date annulation|fecha anulacion|anulado el|data annullamento|geannuleerd op|cancelado em|deleted at" },
  { HW_ROLE_TYPE,
    "type|transaction type|event type|amount type|amount description|line type|record type|document type|doc type|entry type|row type|typ|art|belegart|vorgangsart|buchungsart|umsatzart|transaktionstyp|positionsart|belegtyp|type de ligne|type de transaction|type document|type operation|tipo|tipo documento|tipo de documento|tipo transaccion|tipo movimiento|tipo movimento|tipo riga|tipo operazione|soort|type transactie|transactietype|tipo de transacao" },
  { HW_ROLE_CUSTOMER,
    "customer id|customer number|customer nr|customer no|customer code|client id|client number|client code|buyer id|member id|account number customer|customer reference|kundennummer|kundennr|kunden nr|kunden id|kd nr|debitor|debitorennummer|code client|nr client|id client|numero client|id cliente|codigo cliente|nr cliente|cod cliente|numero cliente|codice cliente|klantnummer|klantnr|klant id|codigo do cliente" },
  { HW_ROLE_CUSTOMER_NAME,
    "customer|customer name|client|client name|buyer|buyer name|billing name|bill to|sold to|contact name|shipping name|customer full name|guest|guest name|billing company|ship name|patient|member name|full name billing|recipient name|"
    "kunde|kundenname|name des kunden|besteller|kaufer|empfanger|rechnungsname|nom client|nom du client|acheteur|cliente|nombre cliente|nombre del cliente|comprador|nome cliente|ragione sociale cliente|acquirente|klant|klantnaam|koper|naam klant|nome do cliente|kundnamn|kund|kundenavn|klient|nabywca|kontrahent|zakaznik|odberatel" },
  { HW_ROLE_SUPPLIER,
    "supplier id|supplier number|supplier nr|supplier no|supplier code|vendor id|vendor number|vendor code|vendor nr|vendor no|lieferantennummer|lieferantennr|lieferanten nr|lieferanten id|kreditor|kreditorennummer|code fournisseur|nr fournisseur|id fournisseur|id proveedor|codigo proveedor|cod proveedor|codice fornitore|cod fornitore|id fornitore|leveranciersnummer|leveranciersnr|leverancier id|codigo fornecedor|id fornecedor" },
  { HW_ROLE_SUPPLIER_NAME,
    "supplier|supplier name|vendor|vendor name|manufacturer|brand|preferred supplier|preferred vendor|default supplier|default vendor name|lieferant|lieferantenname|hersteller|marke|name des lieferanten|fournisseur|nom fournisseur|nom du fournisseur|proveedor|nombre proveedor|nombre del proveedor|fornitore|nome fornitore|ragione sociale fornitore|leverancier|leveranciersnaam|naam leverancier|fornecedor|nome fornecedor|nome do fornecedor|leverantor|leverandor|dostawca|dodavatel" },
  { HW_ROLE_NAME,
    "name|full name|company|company name|business name|organisation|organization|firma|firmenname|unternehmen|nom|societe|raison sociale|entreprise|nombre|empresa|razon social|nome|azienda|ragione sociale|societa|naam|bedrijf|bedrijfsnaam|razao social|last name|nachname|lastname|surname|nom de famille|apellido|apellidos|cognome|achternaam|sobrenome|last name billing|nachname rechnung" },
  { HW_ROLE_NUMBER, "nr|no|id|code|number|nummer|numero|key|kurzel" },
  { HW_ROLE_FIRST_NAME, "first name|firstname|given name|vorname|prenom|nombre de pila|voornaam|first name billing|primeiro nome|vorname rechnung" },
  { HW_ROLE_EMAIL,
    "email|e mail|email address|e mail address|mail|email billing|contact email|customer email|supplier email|buyer email|e mail adresse|emailadresse|courriel|adresse email|adresse e mail|correo|correo electronico|posta elettronica|indirizzo email|e mailadres|emailadres" },
  { HW_ROLE_LEAD,
    "lead time|lead time days|lead days|leadtime|delivery time|delivery days|delivery time days|days to deliver|replenishment time|lieferzeit|lieferzeit tage|lieferzeit in tagen|wiederbeschaffungszeit|lieferfrist|delai|delai de livraison|delai livraison|delai jours|plazo de entrega|plazo entrega|dias de entrega|tiempo de entrega|tempo di consegna|tempi di consegna|giorni di consegna|giorni consegna|levertijd|levertijd dagen|levertijd in dagen|prazo de entrega|prazo entrega|waiting time|waiting days" },
  { HW_ROLE_PACK,
    "pack|pack size|packsize|case size|case pack|case qty|units per case|units per pack|order multiple|multiple|carton size|outer|verpackungseinheit|ve|vpe|gebinde|gebindegrosse|packungsgrosse|colisage|conditionnement|unites par carton|unidades por caja|embalaje|confezione|pezzi per confezione|confezionamento|verpakkingseenheid|stuks per doos|doosinhoud|embalagem|unidades por embalagem" },
  { HW_ROLE_MIN_ORDER,
    "minimum order|min order|minimum order quantity|min order qty|min order quantity|moq|minimum qty|min qty|mindestbestellmenge|mindestmenge|mindestabnahme|mbm|quantite minimum|minimum de commande|qte min|quantite minimale|pedido minimo|cantidad minima|minimo de pedido|ordine minimo|quantita minima|lotto minimo|minimale bestelhoeveelheid|minimum afname|quantidade minima|minimum bestelling" },
  { HW_ROLE_UNIT,
    "unit|uom|unit of measure|unit of measurement|einheit|mengeneinheit|me|unite|unidad|unidad de medida|unita|unita di misura|um|eenheid|unidade|variant weight unit|measure" },
  { HW_ROLE_SHELF,
    "shelf life|shelf life days|shelf days|keeps for days|days fresh|haltbarkeit|haltbarkeit tage|haltbar tage|duree de conservation|dlc jours|vida util|vida util dias|shelf life in days|durata|durata giorni|scadenza giorni|houdbaarheid|houdbaarheid dagen|validade dias" },
  { HW_ROLE_CONTACT,
    "address|street|city|town|zip|zip code|postal code|postcode|phone|telephone|mobile|fax|country|region|contact|contact person|contact title|website|home page|homepage|address 1|address 2|address1|address2|state province|county|vat number|tax id|iban number|"
    "adresse|strasse|plz|ort|stadt|telefon|telefonnummer|land|ansprechpartner|handy|mobil|ust id|rue|ville|code postal|pays|telephone|direccion|calle|ciudad|poblacion|codigo postal|telefono|pais|contacto|indirizzo|citta|cap|provincia|paese|partita iva|p iva|straat|plaats|woonplaats|adres|telefoonnummer|telefoon|contactpersoon|endereco|cidade|cep|telefone|province|accepts marketing|accepts email marketing|total orders|cnpj" },
  { HW_ROLE_BANK,
    "balance|running balance|account|account no|account number|account nr|iban|bic|debit|credit|money in|money out|paid in|paid out|withdrawal|withdrawals|deposit|deposits|payee|beneficiary|beneficiary party|originator|counterparty|counter party|account name|journal nr|journal no|fee|fees|balance impact|d k|withdrawal amount|deposit amount|sort code|bank|ledger|"
    "saldo|kontonummer|konto|soll|haben|buchungstag|valuta|wertstellung|verwendungszweck|auftraggeber|zahlungsempfanger|auftraggeber empfanger|empfanger|gegenkonto|auftragskonto|glaubiger id|mandatsreferenz|betrag fremdwahrung|wechselkurs|buchung|"
    "solde|compte|libelle operation|date valeur|debit eur|credit eur|numero de compte|cuenta|cargo|abono|haber|debe|fecha valor|conto|dare|avere|data valuta|accrediti|addebiti|rekening|tegenrekening|af bij|mededelingen|naam tegenpartij|rentedatum|conta|credito|debito|data do balancete|dependencia origem" },
  { HW_ROLE_CATALOGUE,
    "image|image src|image url|images|photo|picture|tags|body html|body|seo title|seo description|published|option1 name|option2 name|variant grams|variant image|gift card|image position|image alt text|variant fulfillment service|variant inventory policy|variant requires shipping|bild|weight|gewicht|short description|long description|url|link" },
  { HW_ROLE_STORE_ROOM,
    "reorder level|reorder point|reorder quantity|on order|units on order|minimum stock|min stock|maximum stock|max stock|location|bin|warehouse|shelf|safety stock|par level|stock value|count date|counted by|quantity on order|qty on order|committed|incoming|"
    "meldebestand|mindestbestand|lagerort|lagerplatz|lager|maximalbestand|sollbestand|bestandswert|stock minimum|stock mini|emplacement|entrepot|stock minimo|ubicacion|almacen|scorta minima|magazzino|ubicazione|minimumvoorraad|magazijn|locatie|estoque minimo|localizacao|discontinued|stock date|valor stock" },
  { HW_ROLE_MONEY_OUT,
    "debit|debits|debit amount|amount debit|money out|paid out|withdrawal|withdrawals|withdrawal amount|withdrawal amt|payments|payment amount out|debit amt|out|outgoing|spent|spend amount|dr|dr amount|"
    "soll|ausgabe|ausgaben|ausgang|belastung|lastschrift|lastschriftbetrag|debet|abgang|auszahlung|debit eur|sortie|sorties|depense|depenses|retrait|debe|cargo|cargos|salida|salidas|gasto|retiro|dare|uscite|uscita|addebiti|addebito|uitgaven|uitgave|bedrag af|saida|saidas|debito|debitos|uttag|haevet|ut|ut fra konto|wydatki|obciazenia|vydaje" },
  { HW_ROLE_MONEY_IN,
    "credit|credits|credit amount|amount credit|money in|paid in|deposit|deposits|deposit amount|deposit amt|credit amt|in|incoming|received amount|receipts in|cr|cr amount|"
    "haben|einnahme|einnahmen|eingang|gutschrift|gutschriften|gutschriftbetrag|zugang|einzahlung|credit eur|entree|entrees|recette|versement|haber|abono|abonos|entrada|entradas|ingreso|deposito|avere|entrate|entrata|accrediti|accredito|inkomsten|bedrag bij|credito|creditos|insattning|insat|inn|inn pa konto|wplywy|uznania|prijmy" },
  { HW_ROLE_DIRECTION,
    "d k|d c|dc|dr cr|drcr|cr dr|debit credit|credit debit|debit credit indicator|credit debit indicator|cdt dbt|sign|in out|in or out|direction|"
    "soll haben|soll haben kennzeichen|s h|sh|vorzeichen|haben soll|sens|debit ou credit|cargo abono|debe haber|signo|dare avere|segno|af bij|bij af|debet credit|tipo de lancamento|d c indicator" },
  { HW_ROLE_BALANCE,
    "balance|running balance|account balance|closing balance|balance after|available balance|ledger balance|saldo|guthaben|disponible|saldo disponibile|kontostand|saldo nach buchung|kontostand nach buchung|neuer saldo|solde|solde apres operation|saldo disponible|saldo contabile|saldo na rekening|saldo na mutatie|saldo po operacji|zustatek|beholdning|bogfort saldo" },
  { HW_ROLE_LEDGER, "account|account code|account name|gl account|ledger account|ledger|konto|sachkonto|compte|cuenta|conto|grootboekrekening|conta" },
  { HW_ROLE_HOURS,
    "hours|hours worked|total hours|paid hours|regular hours|worked hours|hrs|hrs worked|work hours|labor hours|labour hours|time worked|stunden|arbeitsstunden|arbeitszeit|std|ist stunden|heures|heures travaillees|horas|horas trabajadas|ore|ore lavorate|uren|gewerkte uren|horas trabalhadas" },
  { HW_ROLE_STAFF,
    "employee|employee name|staff|staff name|staff member|team member|worker|person|colleague|crew|employee id|staff id|first and last name|mitarbeiter|mitarbeiterin|mitarbeitername|personal|personalnummer|name mitarbeiter|employe|salarie|collaborateur|empleado|trabajador|dipendente|collaboratore|medewerker|werknemer|funcionario|colaborador" },
  { HW_ROLE_READING,
    "meter reading|reading|reading kwh|kwh|kwh reading|consumption|consumption kwh|usage|usage kwh|energy kwh|energy used|meter value|zahlerstand|ablesung|verbrauch|verbrauch kwh|stand|releve|index|consommation|lectura|consumo|lettura|meterstand|verbruik|leitura|medicao" },
  { HW_ROLE_METER,
    "meter|meter nr|meter no|meter number|meter id|meter name|meter serial|mpan|mprn|zahler|zahlernummer|zahlernr|compteur|nr compteur|contador|contatore|pod|meternummer|medidor|fuel|energy type|utility" },
  { HW_ROLE_REASON,
    "reason|waste reason|write off reason|reason for waste|why|cause|grund|abschreibungsgrund|ursache|motif|raison|motivo|causa|reden|causale" },
  { HW_ROLE_WASTED,
    "waste qty|wasted|waste quantity|quantity wasted|qty wasted|units wasted|thrown away|discarded|write off|write off qty|written off|spoiled|spoilage|waste|weggeworfen|abfall|verderb|abschreibung|bruch|schwund|verworfen|jete|pertes|perte|quantite jetee|desperdicio|merma|mermas|desechado|scarto|scarti|sprechi|buttato|weggegooid|afval|derving|desperdicado|quebra|perda" },
  { HW_ROLE_MARK,
    "score|rating|mark|marks|stars|points given|answer|response|nps|nps score|csat|csat score|how likely|satisfaction|satisfaction score|bewertung|note|punkte|antwort|sterne|zufriedenheit|evaluation|reponse|puntuacion|respuesta|valoracion|nota|punteggio|valutazione|risposta|cijfer|beoordeling|antwoord|avaliacao|resposta" },
  { HW_ROLE_ASKED, "question|survey|survey name|questionnaire|frage|umfrage|enquete|pregunta|encuesta|domanda|sondaggio|vraag|enquete|pergunta|pesquisa" },
  { HW_ROLE_METRIC, "metric|figure|kpi|measure|metric name|indicator|kennzahl|messgrosse|messwert|indicateur|indicador|indicatore|kengetal" },
  { HW_ROLE_VALUE, "value|figure value|result|metric value|actual|wert|ergebnis|messwert|valeur|resultat|valor|resultado|valore|risultato|waarde|resultaat" },
  { HW_ROLE_DUE,
    "expected|expected date|expected on|expected delivery|expected delivery date|expected arrival|promised|promised date|due|due date|delivery due|eta|arrival date|delivery date|required date|liefertermin|lieferdatum|erwartet|erwartet am|zugesagt|wunschtermin|date livraison prevue|livraison prevue|date de livraison|fecha prevista|fecha de entrega|entrega prevista|data consegna|consegna prevista|data prevista|leverdatum|verwachte leverdatum|data de entrega|data prevista" },
  { HW_ROLE_CAME,
    "received date|date received|received on|received at|receipt date|delivered on|delivered|delivered date|delivery received|goods in date|wareneingang|eingangsdatum|erhalten am|geliefert am|eingegangen am|date reception|recu le|fecha recepcion|fecha de recepcion|recibido el|data ricevimento|ricevuto il|ontvangen op|ontvangstdatum|data de recebimento|recebido em" },
  { HW_ROLE_RECEIVED,
    "received|received qty|qty received|quantity received|received quantity|units received|delivered qty|qty delivered|quantity delivered|erhalten|erhaltene menge|gelieferte menge|liefermenge|eingangsmenge|geliefert|recu|quantite recue|recibido|cantidad recibida|ricevuto|quantita ricevuta|ontvangen|ontvangen aantal|recebido|quantidade recebida" },
  { HW_ROLE_PURCHASE,
    "po|po number|po nr|po no|purchase order|purchase order number|purchase order nr|purchase order no|purchase nr|po ref|po id|bestellung lieferant|einkaufsnummer|bestellnummer lieferant|bon de commande|nr bon de commande|orden de compra|nr orden de compra|ordine acquisto|ordine di acquisto|inkooporder|inkoopordernummer|ordem de compra|pedido de compra" },
  { HW_ROLE_SHOP,
    "shop|shop name|shop id|shop nr|shop no|shop number|shop code|store|store name|store id|store nr|store no|store number|store code|branch|branch name|branch id|branch nr|branch no|branch number|branch code|"
    "outlet|outlet name|outlet id|outlet nr|outlet code|site|site name|site id|site code|location|location name|location id|location nr|location code|pos location|pos location name|till location|register location|sales location|"
    "point of sale|point of sale name|sales point|restaurant|restaurant name|"
    "filiale|filialname|filialnr|filial nr|filialnummer|filial id|filialbezeichnung|standort|standortname|standort nr|laden|ladenname|geschaft|geschaftsstelle|verkaufsstelle|verkaufsort|verkaufspunkt|niederlassung|zweigstelle|betriebsstatte|"
    "magasin|nom magasin|nom du magasin|code magasin|id magasin|nr magasin|boutique|nom boutique|nom de la boutique|point de vente|pdv|succursale|"
    "tienda|nombre tienda|nombre de la tienda|id tienda|codigo tienda|codigo de tienda|nr tienda|sucursal|nombre sucursal|id sucursal|punto de venta|local|nombre local|establecimiento|"
    "negozio|nome negozio|codice negozio|id negozio|punto vendita|punto di vendita|"
    "winkel|winkelnaam|winkelnummer|filiaal|filiaalnummer|vestiging|verkooppunt|loja|nome da loja|codigo da loja|id loja|filial|ponto de venda|butik|butiksnamn|butikk|sklep|prodejna" },
};
