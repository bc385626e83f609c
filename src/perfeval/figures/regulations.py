"""The regulations that formulas come from, by their numbers."""

PROJECT_EVALUATION = "财预〔2020〕10号"
"""项目支出绩效评价管理办法: execution and arrival of funds."""

COMMON_INDICATORS = "财预〔2013〕53号"
"""预算绩效评价共性指标体系框架: indicators of a department's whole expenditure."""
