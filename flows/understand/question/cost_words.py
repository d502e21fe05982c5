"""How people ask about money and insurance.

Folded words, commas between phrases; a final * stands for any ending, | for the end of a clause.
"""

COST_WORDS: dict[str, str] = {
    "cost": """
        package rate*, package deal*, package price*, bundle*, day rate, flat rate, monthly rate, por paquete, en
        cuanto anda, en cuanto andan, en cuanto esta, en cuanto queda, a cuanto, cuanto anda, cuanto andan, cuanto me
        toca, me toca pagar, lo que cuesta, gasto, gastos, gastar, ahorr*, quedar debiendo, debiendo, deuda, deudas,
        deber, debo dinero, abono, abonos, abonar, en pagos, a pagos, en partes, quincena, cheque, zelle, venmo, apple
        pay, paypal, layaway, down payment, loan, loans, lender*, debt, broke the bank, break the bank, arm and a leg,
        worth it financially, wallet, salary, paycheck, income, shell out, fork over, cough up, spend, spending,
        expense*, premium, premiums, max out, maxed out, tier, claim, claims, eob, cpt, billing code*, codes, subsid*,
        charity, grant, medigap, united, uhc, champva, tri care, healthfirst, wellpoint, la care, iehp, blue card,
        marketplace plan, obamacare, covered california, ahcccs, seguro popular, poliza, aseguradora, mi plan, medical
        de california, cost*, price*, pricing, pricey, pricy, expensive, inexpensive, cheap*, afford*, unaffordable,
        pay, pays, paying, paid, payment*, prepay, fee, fees, insur*, uninsured, copay*, co pay*, coinsurance,
        deductible*, medicaid, medicare, medi cal, medical card, tricare, va benefits, aetna, cigna, blue cross, blue
        shield, bcbs, kaiser, united healthcare, unitedhealthcare, unitedhealth, humana, anthem, molina, health net,
        healthnet, optum, oscar, ambetter, ppo, hmo, epo, hsa, fsa, out of pocket, in network, out of network, covered,
        coverage, cover it, cover this, cover ketamine, cover infusions, covers, plan cover, reimburs*, superbill*,
        super bill*, financ*, carecredit, care credit, discount*, sliding scale, low income, is it free, for free,
        consult free, consultation free, free consult*, free eval*, free of charge, refund*, deposit, charge, charges,
        charged, charging, surcharge*, rates, self pay, cash pay, cash price, cash, credit card*, debit, budget,
        dollars, dollar, bucks, money, billing, bill, bills, billed, invoice*, grand, quote, worth the, scholarship*,
        prior authorization, prior auth, preauthorization, pre auth*, workers comp, disability pay, installment*,
        monthly plan, sticker, what do you charge, run me, sessions run, infusions run, they run |, one run |, each
        run, i am broke, broke right, so broke, no money, low on cash, money is, out of my budget, set me back, que
        cuesta, cuesta*, cuestan, costo*, costar*, coste*, costea*, precio*, cuanto vale, vale la sesion, cuanto sale,
        cuanto me sale, sale cada, cuanto seria, a como, de a cuanto, cobran, cobra, cobrar*, cobro, cobros, pago,
        pagos, pagar*, paga, pagan, pague, pagaria*, aseguranza*, aseguradora*, asegurad*, el seguro, mi seguro, un
        seguro, seguro medico, seguro de salud, seguros, algun seguro, que seguro, sin seguro, tengo seguro, tienen
        seguro, con seguro, seguro cubre, seguro social, su seguro, seguro lo, cubre*, cubran, cubrir*, cobertura,
        caro, cara, caros, caras, carisimo, barat*, economico, economica, gratis, gratuit*, descuento*, tarifa*,
        plazos, cuotas, mensualidades, reembols*, deducible*, copago*, dinero, plata, lana, feria, dolares, honorarios,
        presupuesto, efectivo |, en efectivo, tarjeta, factura*, bolsillo, recursos, bajos ingresos, beca, facilidades,
        prestamo, inversion, cotizacion, ballpark, saldria, me saldria, sale la, sale el, sale en, saldra, me sale, my
        ins, ins cover*, spending account, flex spending, what is the damage, the damage, write it off, tax deduct*,
        own pocket, ni seguro, go for these, infusions go for, do they go for, go for |, owe, owed, what do i owe, sale
        mas, mas barato, come to |, come out to, add up to, me salen, salen los, salen las, en cuanto me sale*, is
        there a deal, any deals, a deal if, card on file, the total |, me van a salir, va a salir
    """,
    "how_much": """
        how much is, how much does, how much do, how much would, how much are, how much will, how much for, how much
        per, how much money, how much |, how much each, how much a, how much one, how much should i, how much am i,
        cuanto |, cuanto por, cuanto para, cuanto piden, cuanto hay que, cuanto toca, cuanto es
    """,
}
