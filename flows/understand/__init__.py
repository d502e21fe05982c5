"""How typed words become answers: pure, deterministic, explainable."""
