# Golden numbers of incidence.test.ts: Rscript test/stats/incidence.R
# Five tables of 12 to 24 spells with ties, two or three causes (0 is censored), the last two entered late.
suppressMessages({library(survival); library(cmprsk)})
cat(R.version.string, "survival", format(packageVersion("survival")), "cmprsk", format(packageVersion("cmprsk")), "\n")
set.seed(20)
tables <- lapply(1:5, function(i) {
  n <- 10 + 3 * i
  entry <- if (i > 3) sample(c(0, 0, 1, 2, 4), n, TRUE) else rep(0, n)
  data.frame(entry, exit = entry + sample(1:8, n, TRUE), cause = sample(0:(2 + (i > 2)), n, TRUE))
})
show <- function(x) paste(formatC(x, digits = 15, format = "g"), collapse = ", ")
for (d in tables) {
  cat("spells: ", paste0("[", d$entry, ", ", d$exit, ", ", d$cause, "]", collapse = ", "), "\n")
  causes <- sort(setdiff(unique(d$cause), 0))
  fit <- survfit(Surv(entry, exit, factor(cause, 0:max(causes))) ~ 1, data = d, id = seq_len(nrow(d)))
  for (j in causes) {
    times <- sort(unique(d$exit[d$cause == j]))
    est <- summary(fit, times = times, extend = TRUE)$pstate[, which(fit$states == as.character(j))]
    cat("cause", j, "times:", show(times), "\n  share:", show(est), "\n")
    if (all(d$entry == 0)) cat("  variance:", show(timepoints(cuminc(d$exit, d$cause), times)$var[paste("1", j), ]), "\n")
  }
}
