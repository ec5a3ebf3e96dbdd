"""document → notes → references → evidence → verdicts → report: composes it all."""
