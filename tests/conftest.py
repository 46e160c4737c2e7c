"""What holds of all tests: how fast the machine is that they run on, and how much an article holds, is no fault."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "articles",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
settings.load_profile("articles")
